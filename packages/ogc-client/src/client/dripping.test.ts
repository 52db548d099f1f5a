import { expect, test } from 'vitest'
import { OgcClient } from './ogc-client.ts'

/** A body that begins and then gives one space now and then, without an end. */
function dripping(init: ResponseInit = {}): Response {
  let timer: ReturnType<typeof setInterval>
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{'))
      timer = setInterval(() => controller.enqueue(new TextEncoder().encode(' ')), 5)
    },
    cancel: () => clearInterval(timer)
  })
  return new Response(body, { ...init, headers: { 'Content-Type': 'application/json', ...init.headers } })
}

const drips = new OgcClient({
  baseUrl: 'https://ogc.example',
  fetch: async () => dripping(),
  timeout: 40,
  retry: false
})
const json = (value: unknown): Response => Response.json(value)

test.each<[string, () => Promise<unknown>]>([
  ['getJobResults', () => drips.getJobResults('j', { processId: 'p' })],
  ['executeProcess', () => drips.executeProcess('p', {})],
  ['run', () => drips.run('p', {}, { mode: 'sync' })]
])('%s ends at its timeout, however slowly the body comes', async (_, call) => {
  await expect(call()).rejects.toMatchObject({ name: 'OgcError', code: 'timeout' })
})

test('a reference that is read whole ends at its timeout; as a stream it may take as long as it drips', async () => {
  const ogc = new OgcClient({
    baseUrl: 'https://ogc.example',
    fetch: async (url) =>
      String(url).endsWith('/results') ? json({ a: { href: 'https://store.example/a' } }) : dripping(),
    timeout: 40,
    retry: false
  })
  const output = (await ogc.getJobResults('j', { processId: 'p', timeout: 5_000 })).get('a')
  await expect(output.arrayBuffer()).rejects.toMatchObject({ code: 'timeout' })
  const reader = (await output.stream()).getReader()
  for (let chunk = 0; chunk < 20; chunk++) expect((await reader.read()).done).toBe(false)
  await reader.cancel()
})
