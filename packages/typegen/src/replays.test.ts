import { OgcClient, type ProcessDescription } from '@geoclients/ogc-client'
import { expect, test } from 'vitest'
import { replays } from '../../ogc-client/contract/replays/index.ts'
import { generateProcessTypes } from './generate.ts'
import { errorsOf } from './testing/compile-program.ts'

/** The descriptions of servers that cannot be run here, each as the client reads it; ids begin with the server's name. */
async function descriptions(): Promise<ProcessDescription[]> {
  const found = new Map<string, ProcessDescription>()
  for (const { server, exchanges } of replays) {
    for (const { request, status = 200, body } of exchanges) {
      const [, id] = /^GET \/processes\/([^/]+)$/.exec(request) ?? []
      if (id === undefined || status !== 200) continue
      using ogc = new OgcClient({ baseUrl: 'https://replay.example', fetch: async () => Response.json(body) })
      const name = `${server} ${id}`
      // Of several replays of a server, the one that says most.
      const known = JSON.stringify(found.get(name) ?? {}).length
      const description = { ...(await ogc.getProcess(id)), id: name }
      if (JSON.stringify(description).length > known) found.set(name, description)
    }
  }
  return [...found.values()]
}

test('what servers describe that cannot be run here has types, which compile', async () => {
  const all = await descriptions()
  expect(new Set(all.map(({ id }) => id.split(' ')[0])).size).toBeGreaterThan(8)
  const text = await generateProcessTypes(all, { source: 'the replays of servers' })
  expect([...errorsOf(text)]).toEqual([])
  await expect(text).toMatchFileSnapshot('testing/generated/replays.ts')
})
