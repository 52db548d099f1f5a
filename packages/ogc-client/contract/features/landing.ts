import type { Area } from '@geoclients/contract-core'
import type { Link } from '../../src/generated/types.ts'
import type { OgcContext } from '../context.ts'
import { expect, expectStatus, expectType, fail, jsonOf, lastAnswer } from '../expectations.ts'

const ogcRelation = 'http://www.opengis.net/def/rel/ogc/1.0/'

/** Landing page, conformance declaration, API definition, and what lies beside them (18-062r2, 7.2 to 7.4). */
export const landing: Area<OgcContext> = {
  title: 'Landing page and conformance',
  features: [
    {
      id: 'landing.links',
      title: 'The landing page links to processes, conformance classes and job list',
      async run({ ogc }) {
        const { links } = await ogc.getCapabilities()
        for (const name of ['processes', 'conformance', 'job-list']) requireLink(links, `${ogcRelation}${name}`)
      }
    },
    {
      id: 'landing.api-definition',
      title: 'The landing page links to the API definition',
      async run({ ogc }) {
        const { href } = requireLink((await ogc.getCapabilities()).links, 'service-desc')
        const definition = await (await ogc.fetch(href)).json()
        expect('openapi' in definition && 'paths' in definition, 'the API definition is no OpenAPI document')
      }
    },
    {
      id: 'conformance.core',
      title: 'The server declares the conformance classes core and json',
      async run({ ogc }) {
        await requireClasses(ogc, ['core', 'json'])
      }
    },
    {
      id: 'conformance.jobs',
      title: 'The server declares the conformance classes job-list and dismiss',
      async run({ ogc }) {
        await requireClasses(ogc, ['job-list', 'dismiss'])
      }
    },
    {
      id: 'errors.unknown-path',
      title: 'An unknown path returns 404 as JSON',
      async run(context) {
        const { status } = await context.ogc.fetch('nope', { headers: { Accept: 'application/json' } })
        const answer = lastAnswer(context, 'GET', '/nope')
        expect(status === 404, `status is ${status}, expected 404`)
        expectStatus(answer, 404)
        expectJsonType(answer.headers.get('Content-Type'))
        expect('type' in (jsonOf(answer) as object), 'the exception has no type')
      }
    },
    {
      id: 'errors.method',
      title: 'An unsupported method returns 405 and lists the supported ones',
      async run({ ask }) {
        const answer = await ask('/conformance', { method: 'DELETE' })
        expectStatus(answer, 405)
        expectJsonType(answer.headers.get('Content-Type'))
        expect(/GET/.test(answer.headers.get('Allow') ?? ''), 'Allow does not name GET')
      }
    },
    {
      id: 'landing.media-type',
      title: 'The landing page is JSON if JSON is requested',
      async run(context) {
        await context.ogc.getCapabilities()
        expectType(lastAnswer(context, 'GET'), 'application/json')
      }
    }
  ]
}

function requireLink(links: readonly Link[], rel: string): Link {
  return links.find((link) => link.rel === rel) ?? fail(`there is no link of relation ${rel}`)
}

async function requireClasses(ogc: OgcContext['ogc'], names: readonly string[]): Promise<void> {
  const { conformsTo } = await ogc.getConformance()
  const declared = conformsTo.map((uri) =>
    uri.replace(/^https?:\/\/www\.opengis\.net\/spec\/ogcapi-processes-1\/[12]\.0\/conf\//, '')
  )
  const missing = names.filter((name) => !declared.includes(name))
  expect(missing.length === 0, `conformance classes are not declared: ${missing.join(', ')}`)
}

function expectJsonType(type: string | null): void {
  expect(/^application\/(problem\+)?json/.test(type ?? ''), `media type of the error is ${type}`)
}
