import { accepts, json, type Route } from '@geoclients/mock-core'
import type { Capabilities, ConformanceDeclaration } from '../../generated/types.ts'
import { JSON_TYPE, jsonAnswer, requireAccepted } from '../answers/json-answer.ts'
import { RELATIONS } from '../answers/relations.ts'
import { describeApi } from '../api-definition.ts'
import type { World } from '../world.ts'

const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.0'

const classes = conformanceClasses('1/1.0', [
  ...['core', 'ogc-process-description', 'json', 'oas30', 'job-list', 'callback', 'dismiss']
])

/** URIs of conformance classes of a part of the standard in one version, such as `1/1.0`. */
export function conformanceClasses(version: string, names: readonly string[]): string[] {
  return names.map((name) => `http://www.opengis.net/spec/ogcapi-processes-${version}/conf/${name}`)
}

/** Landing page, conformance declaration and API definition. */
export function capabilitiesRoutes({ title }: World, conformsTo: readonly string[] = classes): Route[] {
  return [
    {
      method: 'GET',
      template: '/',
      handle: ({ request, baseUrl }) => jsonAnswer<Capabilities>(request, landingPage(title, baseUrl))
    },
    {
      method: 'GET',
      template: '/conformance',
      handle: ({ request }) => jsonAnswer<ConformanceDeclaration>(request, { conformsTo: [...conformsTo] })
    },
    {
      method: 'GET',
      template: '/api',
      handle: ({ request, baseUrl }) => {
        requireAccepted(request, OPENAPI_TYPE, JSON_TYPE)
        const mediaType = accepts(request.headers.get('Accept'), OPENAPI_TYPE) ? OPENAPI_TYPE : JSON_TYPE
        return json(describeApi(title, baseUrl), { mediaType })
      }
    }
  ]
}

function landingPage(title: string, baseUrl: string): Capabilities {
  const type = JSON_TYPE
  return {
    title,
    description:
      'Plays a server of OGC API - Processes for tests. Its results are truly computed, and kept in memory only.',
    links: [
      { rel: 'self', href: `${baseUrl}/`, type, title: 'This page' },
      { rel: 'service-desc', href: `${baseUrl}/api`, type: OPENAPI_TYPE, title: 'The API as OpenAPI 3.0' },
      { rel: RELATIONS.conformance, href: `${baseUrl}/conformance`, type, title: 'Conformance classes' },
      { rel: RELATIONS.processes, href: `${baseUrl}/processes`, type, title: 'Processes' },
      { rel: RELATIONS.jobs, href: `${baseUrl}/jobs`, type, title: 'Jobs' }
    ]
  }
}
