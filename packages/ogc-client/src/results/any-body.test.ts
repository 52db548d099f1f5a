import { createVirtualClock } from '@geoclients/mock-core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOgcError } from '../errors/ogc-error.ts'
import { type Answer, clientOf, fakeServer, json } from '../testing/fake-server.ts'
import type { Output } from './output/types.ts'

const labels = [
  ...['application/json', 'application/geo+json', 'application/json; charset=utf-16', 'text/plain', 'text/html'],
  ...['text/csv', 'application/xml', 'application/octet-stream', 'multipart/mixed; boundary=x', 'multipart/related'],
  ...['text/html; charset=UTF-8, multipart/mixed; boundary=x', undefined]
] as const

const descriptions: Readonly<Record<string, object>> = {
  nothing: {},
  text: { a: { schema: { type: 'string' } } },
  object: { a: { schema: { type: 'object' } } },
  several: { a: { schema: { type: 'string' } }, b: { schema: { type: 'array' } } },
  page: { a: { schema: { type: 'string', contentMediaType: 'text/html' } } },
  outputs: { outputs: {}, links: {}, status: {} }
}

const modes = ['sync', 'async'] as const

interface Case {
  readonly body: Uint8Array<ArrayBuffer>
  readonly label: (typeof labels)[number]
  readonly outputs: object
  readonly mode: (typeof modes)[number]
}

const bound = 600_000

/** What a run gives: how each output came, or the code of the error. Whatever else happens fails the test. */
async function outcomeOf({ body, label, outputs, mode }: Case): Promise<string> {
  const answer: Answer = () => new Response(body, label === undefined ? {} : { headers: { 'Content-Type': label } })
  const server = fakeServer({
    'GET /processes/p': json({ id: 'p', version: '1', outputs }),
    'POST /processes/p/execution':
      mode === 'sync' ? answer : json({ jobID: 'j', status: 'successful' }, { status: 201 }),
    'GET /jobs/j/results': answer
  })
  const clock = createVirtualClock()
  const ogc = clientOf(server, { clock, onWarning: () => {} })
  let told: string | undefined
  ogc
    .run('p', {}, { mode, waitTimeout: bound })
    .then(async (results) => [...new Set(await Promise.all([...results].map(([, output]) => read(output))))].join('+'))
    .catch((error: unknown) => (isOgcError(error) ? error.code : `no OgcError: ${String(error)}`))
    .then((outcome) => {
      told = outcome || 'none'
    })
  for (let waited = 0; told === undefined && waited < bound * 2; waited += 10_000) await clock.advance(10_000)
  expect(server.lines().filter((line) => line.startsWith('POST'))).toHaveLength(1)
  return told ?? 'no end'
}

/** Whether an output can be read in each way, or is refused with a code. */
async function read(output: Output): Promise<string> {
  if (output.kind === 'reference') return 'reference'
  const [text, bytes] = await Promise.all([output.text(), output.arrayBuffer()])
  const value = await output.json().catch((error: unknown) => (isOgcError(error) ? error.code : Promise.reject(error)))
  expect([typeof text, bytes.byteLength >= 0, value === undefined]).toEqual(['string', true, false])
  return output.kind
}

const text = new TextEncoder()
const partOf = (head: string, content: string): string => `--x\r\n${head}\r\n\r\n${content}\r\n`

const words = fc.constantFrom('a', 'b', 'outputs', 'links', 'id', 'value', 'href', 'type', 'status', 'jobID', 'code')
const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), words)
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(words, tie('tree'), { maxKeys: 5 })
  )
}))
const heads = fc.constantFrom('Content-ID: a', 'Content-Type: application/json', 'Link: </x>; rel="a"', '', 'no head')
const parts = fc.array(fc.tuple(heads, fc.string()), { maxLength: 4 })
const bodies = fc.oneof(
  tree.map((value) => text.encode(JSON.stringify(value) ?? '')),
  fc.tuple(tree, fc.nat(40)).map(([value, cut]) => text.encode((JSON.stringify(value) ?? '').slice(0, cut))),
  fc.string({ unit: 'binary' }).map((value) => text.encode(value)),
  fc.string().map((value) => text.encode(`<!doctype html><html><title>${value}</title></html>`)),
  fc
    .tuple(parts, fc.constantFrom('--x--\r\n', '--x', ''))
    .map(([all, end]) => text.encode(`${all.map(([head, content]) => partOf(head, content)).join('')}${end}`)),
  fc.uint8Array({ maxLength: 200 }).map((value) => new Uint8Array(value))
)

const ends = new Set([
  ...['value', 'bytes', 'reference', 'none'],
  ...['malformed-body', 'media-type', 'http-status', 'job-failed', 'job-dismissed', 'body-too-large', 'wait-timeout']
])

test('any body under any label, for any description and mode, is outputs or an error with a code, by one execution', async () => {
  const cases = fc.record({
    body: bodies,
    label: fc.constantFrom(...labels),
    outputs: fc.constantFrom(...Object.values(descriptions)),
    mode: fc.constantFrom(...modes)
  })
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const outcome = await outcomeOf(one)
      expect(outcome.split('+').filter((end) => !ends.has(end))).toEqual([])
    }),
    { numRuns: 400 }
  )
})

const samples: Readonly<Record<string, string>> = {
  JSON: '{"a":1,"b":[2]}',
  text: 'n = 5',
  HTML: '<!doctype html><html><title>t</title></html>',
  multipart: `${partOf('Content-ID: a\r\nContent-Type: text/plain', 'hi')}${partOf('Content-ID: b', '[1]')}--x--\r\n`,
  bytes: '\u0000\u0001PNG'
}

/** An outcome as one letter: value, bytes, both, malformed-body, media-type. */
const letters: Readonly<Record<string, string>> = {
  ...{ value: 'v', bytes: 'b', 'value+bytes': 'w', 'malformed-body': 'M', 'media-type': 'T' }
}

test.each(Object.keys(samples))(
  '%s means the same under each label on every runtime and in both modes',
  async (name) => {
    const body = text.encode(samples[name])
    const row = async (outputs: object, mode: Case['mode']): Promise<string> => {
      const all = await Promise.all(labels.map((label) => outcomeOf({ body, label, outputs, mode })))
      return all.map((outcome) => letters[outcome] ?? outcome).join('')
    }
    const rows = Object.entries(descriptions).map(async ([described, outputs]) => {
      const [sync, async] = await Promise.all([row(outputs, 'sync'), row(outputs, 'async')])
      expect(async).toBe(sync)
      return [described, sync] as const
    })
    expect(Object.fromEntries(await Promise.all(rows))).toEqual(expected[name])
  }
)

/** By body and description: a letter for each of the labels. */
const expected: Readonly<Record<string, unknown>> = {
  JSON: {
    nothing: 'vvvvvvbbMMMv',
    text: 'vvvvvvbbMMMv',
    object: 'vvvvvvbbMMMv',
    several: 'vvvvvvbbMMMv',
    page: 'vvvvvvbbMMMv',
    outputs: 'vvvvvvbbMMMv'
  },
  text: {
    nothing: 'MMMvvvbbMMMb',
    text: 'vvvvvvbbMMMb',
    object: 'MMMvvvbbMMMb',
    several: 'MMMvvvbbMMMb',
    page: 'vvvvvvbbMMMb',
    outputs: 'MMMvvvbbMMMb'
  },
  HTML: {
    nothing: 'MMMvTvbbMMMb',
    text: 'MMMvTvbbMMMb',
    object: 'MMMvTvbbMMMb',
    several: 'MMMvTvbbMMMb',
    page: 'vvvvvvbbMMMb',
    outputs: 'MMMvTvbbMMMb'
  },
  multipart: {
    nothing: 'MMMvvvbbwwwb',
    text: 'vvvvvvbbwwwb',
    object: 'MMMvvvbbwwwb',
    several: 'MMMvvvbbwwwb',
    page: 'vvvvvvbbwwwb',
    outputs: 'MMMvvvbbwwwb'
  },
  bytes: {
    nothing: 'MMMvvvbbMMMb',
    text: 'vvvvvvbbMMMb',
    object: 'MMMvvvbbMMMb',
    several: 'MMMvvvbbMMMb',
    page: 'vvvvvvbbMMMb',
    outputs: 'MMMvvvbbMMMb'
  }
}
