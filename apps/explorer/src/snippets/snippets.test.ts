import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { expect, test } from 'vitest'
import { snippets } from './snippets.ts'

const inputs = { literal: `it's a "test" \\ \n`, array: [1, 2.5], 'a-b': null, deep: { yes: true, none: undefined } }
const request = { baseUrl: 'https://example.com/ogc', processId: "echo it's", inputs }

test('a command quotes for the shell', () => {
  const text = snippets.curl(request)
  expect(text).toContain(`'https://example.com/ogc/processes/echo%20it'\\''s/execution'`)
  const data = /--data '(.*)'\n$/s.exec(text)?.[1]?.replaceAll(`'\\''`, "'")
  expect(JSON.parse(data ?? '')).toEqual({ inputs: JSON.parse(JSON.stringify(inputs)) })
})

test('TypeScript runs as it stands', async () => {
  const mock = createOgcMock()
  const echo = { literal: `it's "so" \\`, array: [1, 2], names: ['red'] }
  const text = snippets.TypeScript({ baseUrl: mock.baseUrl, processId: 'echo_inputs', inputs: echo })
  const body = text.replace(/^import .*$/m, '').replace('new OgcClient({', 'new OgcClient({ fetch,')
  const AsyncFunction = (async () => {}).constructor as new (
    ...lines: string[]
  ) => (...values: unknown[]) => Promise<void>
  const told: unknown[] = []
  const console = { log: (id: string) => told.push(id) }
  await new AsyncFunction('OgcClient', 'fetch', 'console', body)(OgcClient, mock.fetch, console)
  expect(told).toContain('literal')
  expect(JSON.parse(mock.requests.find(({ method }) => method === 'POST')?.body ?? '{}').inputs).toEqual(echo)
})

test('Python writes its own words', () => {
  const text = snippets.Python(request)
  expect(text).toContain('"a-b": None')
  expect(text).toContain('{ "yes": True }')
  expect(text).toContain('client.execute_process("echo it\'s", request)')
})
