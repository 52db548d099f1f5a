import { expect, test } from 'vitest'
import { OgcClient } from './ogc-client.ts'

const json = (value: unknown): Response => Response.json(value)

test('the headers of a run go with its polls too', async () => {
  const seen: [string, string | null][] = []
  const answers: Readonly<Record<string, () => Response>> = {
    '/processes/p': () => json({ id: 'p', version: '1', outputs: { a: {} } }),
    '/processes/p/execution': () => Response.json({ jobID: 'j', type: 'process', status: 'accepted' }, { status: 201 }),
    '/jobs/j': () => json({ jobID: 'j', type: 'process', status: 'successful' }),
    '/jobs/j/results': () => json({ a: 1 })
  }
  const ogc = new OgcClient({
    baseUrl: 'https://ogc.example',
    fetch: async (url, init) => {
      const { pathname } = new URL(String(url))
      seen.push([pathname, new Headers(init?.headers).get('X-Tenant')])
      return answers[pathname]?.() ?? new Response(null, { status: 404 })
    }
  })
  await ogc.run('p', {}, { headers: { 'X-Tenant': 'T1' } })
  expect(seen.map(([path]) => path)).toEqual(expect.arrayContaining(Object.keys(answers)))
  expect(seen.every(([, tenant]) => tenant === 'T1')).toBe(true)
})
