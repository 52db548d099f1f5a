import type { Route } from '@geoclients/mock-core'
import type { Link, ProcessDescription, ProcessList, ProcessSummary } from '../../generated/types.ts'
import { JSON_TYPE, jsonAnswer } from '../answers/json-answer.ts'
import { toPage } from '../answers/paging.ts'
import { RELATIONS } from '../answers/relations.ts'
import { findProcess, type World } from '../world.ts'

/** Process list and process description. */
export function processesRoutes(world: World): Route[] {
  return [
    {
      method: 'GET',
      template: '/processes',
      handle: ({ request, url, baseUrl }) => {
        const { items, links } = toPage([...world.processes.values()], url)
        const processes = items.map(({ description }) => toSummary(description, baseUrl))
        return jsonAnswer<ProcessList>(request, { processes, links })
      }
    },
    {
      method: 'GET',
      template: '/processes/{processID}',
      handle: ({ request, baseUrl, param }) => {
        const { description } = findProcess(world, param('processID'))
        const execute: Link = {
          rel: RELATIONS.execute,
          href: `${hrefOf(description, baseUrl)}/execution`,
          title: 'Execute'
        }
        const links = [selfLink(description, baseUrl), execute]
        return jsonAnswer<ProcessDescription>(request, { ...description, links })
      }
    }
  ]
}

function toSummary({ inputs, outputs, ...summary }: ProcessDescription, baseUrl: string): ProcessSummary {
  return { ...summary, links: [selfLink(summary, baseUrl)] }
}

function selfLink(summary: ProcessSummary, baseUrl: string): Link {
  return { rel: 'self', href: hrefOf(summary, baseUrl), type: JSON_TYPE, title: 'Description' }
}

function hrefOf({ id }: ProcessSummary, baseUrl: string): string {
  return `${baseUrl}/processes/${encodeURIComponent(id)}`
}
