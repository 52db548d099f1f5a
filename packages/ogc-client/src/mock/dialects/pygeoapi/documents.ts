import { json, type Route } from '@geoclients/mock-core'
import type { Link, ProcessDescription } from '../../../generated/types.ts'
import { RELATIONS } from '../../answers/relations.ts'
import { describeApi } from '../../api-definition.ts'
import type { World } from '../../world.ts'
import { exception, page } from './exceptions.ts'
import { readLimit } from './query.ts'

const CONFORMANCE = 'http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/'
const CLASSES = ['ogc-process-description', 'core', 'json', 'oas30', 'callback']

/** Landing page, conformance, API definition, processes. */
export function documentRoutes({ title, processes }: World): Route[] {
  return [
    { method: 'GET', template: '/', handle: ({ baseUrl }) => json({ title, links: landingLinks(baseUrl) }) },
    {
      method: 'GET',
      template: '/conformance',
      handle: () => json({ conformsTo: CLASSES.map((name) => CONFORMANCE + name) })
    },
    { method: 'GET', template: '/openapi', handle: ({ baseUrl }) => json(describeApi(title, baseUrl)) },
    {
      method: 'GET',
      template: '/processes',
      handle: ({ url, baseUrl }) => {
        const limit = readLimit(url)
        if (limit instanceof Response) return limit
        // The limit cuts the list, without a link to the rest.
        const shown = [...processes.values()].slice(0, limit).map(({ description }) => {
          const { inputs: _inputs, outputs: _outputs, ...summary } = describe(description, baseUrl)
          return summary
        })
        return json({ processes: shown, links: [self(`${baseUrl}/processes`)] })
      }
    },
    {
      method: 'GET',
      template: '/processes/{processID}',
      handle: ({ baseUrl, param }) => {
        const id = param('processID')
        // Flask decodes a path before it finds the route.
        if (id.includes('/')) return page(404, 'Not Found')
        const process = processes.get(id)
        return process
          ? json(describe(process.description, baseUrl))
          : exception(404, 'NoSuchProcess', 'Identifier not found')
      }
    }
  ]
}

/** With a job manager, every process claims to run as a job, and none offers outputs by reference. */
function describe(description: ProcessDescription, baseUrl: string): ProcessDescription {
  const { id, jobControlOptions = ['sync-execute'] } = description
  const href = `${baseUrl}/processes/${encodeURIComponent(id)}`
  const execute: Link = { rel: RELATIONS.execute, href: `${href}/execution?f=json`, type: 'application/json' }
  return {
    ...description,
    jobControlOptions: [...new Set([...jobControlOptions, 'async-execute' as const])],
    outputTransmission: ['value'],
    links: [self(href), execute]
  }
}

function landingLinks(baseUrl: string): Link[] {
  const type = 'application/json'
  return [
    self(baseUrl),
    { rel: 'service-desc', href: `${baseUrl}/openapi`, type: 'application/vnd.oai.openapi+json;version=3.0' },
    { rel: 'conformance', href: `${baseUrl}/conformance`, type },
    { rel: RELATIONS.processes, href: `${baseUrl}/processes`, type },
    { rel: RELATIONS.jobs, href: `${baseUrl}/jobs`, type }
  ]
}

function self(href: string): Link {
  return { rel: 'self', href: `${href}?f=json`, type: 'application/json' }
}
