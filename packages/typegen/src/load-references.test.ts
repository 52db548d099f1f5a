import type { ProcessDescription } from '@geoclients/ogc-client'
import { expect, test } from 'vitest'
import { generateProcessTypes } from './generate.ts'
import { loadReferences } from './load-references.ts'

const documents: Readonly<Record<string, unknown>> = {
  'https://schemas.example/range.json': {
    type: 'object',
    required: ['from'],
    properties: { from: { $ref: 'units.json#/$defs/metres' }, to: { $ref: 'gone.json' } }
  },
  'https://schemas.example/units.json': { $defs: { metres: { type: 'number' } } }
}

const asked: string[] = []
const fetching: typeof fetch = async (input) => {
  const url = String(input)
  asked.push(url)
  return url in documents
    ? Response.json(documents[url])
    : new Response('<p>', { status: url.includes('page') ? 200 : 404 })
}

const description = {
  id: 'p',
  version: '1',
  inputs: {
    a: { schema: { $ref: 'https://schemas.example/range.json' } },
    b: { schema: { $ref: 'http://127.0.0.1/secret.json' } },
    c: { schema: { $ref: 'https://schemas.example/page.json' } },
    d: { schema: { $ref: 'https://geojson.org/schema/Point.json' } }
  }
} as unknown as ProcessDescription

test('documents are fetched with what they refer to, each once, and only where that is allowed', async () => {
  asked.length = 0
  const resolve = await loadReferences([description], { fetch: fetching })
  expect(asked.sort()).toEqual(['gone', 'page', 'range', 'units'].map((name) => `https://schemas.example/${name}.json`))
  const text = await generateProcessTypes([description], { resolve })
  expect(text).toContain('b: unknown')
  expect(text).toContain('c: unknown')
  expect(text).toMatch(/from: Metres\n/)
  expect(text).toMatch(/to\?: unknown\n/)
})

test('who allows more decides, and there is a bound', async () => {
  asked.length = 0
  await loadReferences([description], { fetch: fetching, allow: ({ hostname }) => hostname === '127.0.0.1' })
  expect(asked).toEqual(['http://127.0.0.1/secret.json'])
  asked.length = 0
  await loadReferences([description], { fetch: fetching, limit: 1 })
  expect(asked).toHaveLength(1)
})

test('an abort ends it', async () => {
  const signal = AbortSignal.abort(new Error('enough'))
  await expect(loadReferences([description], { fetch: fetching, signal })).rejects.toThrow('enough')
})

test('a document without end is given up, and costs itself alone', async () => {
  let pulled = 0
  const endless: typeof fetch = async (input) => {
    if (!String(input).includes('range')) return fetching(input)
    const pull = (controller: ReadableStreamDefaultController): void => {
      pulled++
      controller.enqueue(new Uint8Array(1024 * 1024).fill(32))
    }
    return new Response(new ReadableStream({ pull }))
  }
  const resolve = await loadReferences([description], { fetch: endless })
  expect(resolve('https://schemas.example/range.json')).toBeUndefined()
  expect(pulled).toBeLessThan(10)
})
