import { json, type Route } from '@geoclients/mock-core'
import type { Link, ProcessDescription } from '../../../generated/types.ts'
import { describeApi } from '../../api-definition.ts'
import type { MockProcess } from '../../mock-process.ts'
import type { World } from '../../world.ts'
import { ServiceError } from './errors.ts'

const CONFORMANCE = 'http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/'
const CLASSES = ['core', 'ogc-process-description', 'json', 'oas30', 'job-list', 'dismiss']

/** Landing page, conformance, API definition, processes. */
export function documentRoutes(world: World): Route[] {
  const { title } = world
  return [
    {
      method: 'GET',
      template: '/',
      handle: ({ baseUrl }) => json({ title, description: 'Imitates wraptile.', links: landingLinks(baseUrl) })
    },
    {
      method: 'GET',
      template: '/conformance',
      handle: () => json({ conformsTo: CLASSES.map((name) => CONFORMANCE + name) })
    },
    { method: 'GET', template: '/openapi.json', handle: ({ baseUrl }) => json(describeApi(title, baseUrl)) },
    {
      method: 'GET',
      template: '/processes',
      handle: ({ baseUrl }) => {
        const processes = [...world.processes.values()].map(({ description }) => {
          const { inputs: _inputs, outputs: _outputs, ...summary } = describe(description)
          return summary
        })
        return json({ processes, links: [link(`${baseUrl}/processes`, 'self')] })
      }
    },
    {
      method: 'GET',
      template: '/processes/{processID}',
      handle: ({ param, url }) => {
        // The framework decodes a path before it finds the route.
        if (/%2f/i.test(url.pathname)) return json({ detail: 'Not Found' }, { status: 404 })
        return json(describe(findProcess(world, param('processID')).description))
      }
    }
  ]
}

/** @throws ServiceError 404 no-such-process */
export function findProcess({ processes }: World, id: string): MockProcess {
  const process = processes.get(id)
  if (process === undefined) throw new ServiceError(404, 'no-such-process', `Process '${id}' does not exist`)
  return process
}

/** A description without execution modes and output transmission. */
function describe(description: ProcessDescription): ProcessDescription {
  const { jobControlOptions: _modes, outputTransmission: _ways, keywords: _words, ...told } = description
  return told
}

/** All links have the relation `service`, and some are templates. */
function landingLinks(baseUrl: string): Link[] {
  const paths = ['openapi.json', 'conformance', 'processes', 'processes/{processID}', 'jobs', 'jobs/{jobId}']
  return [link(`${baseUrl}/`, 'self'), ...paths.map((path) => link(`${baseUrl}/${path}`, 'service'))]
}

export function link(href: string, rel: string): Link {
  return { href, rel, type: 'application/json', hreflang: 'en' }
}
