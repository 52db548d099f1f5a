import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/* The blocks of docs/authentication.md are programs: each is run against services that take only who says who it is. */
const page = await readFile(join(import.meta.dirname, '../../docs/authentication.md'), 'utf8')
const blocks = [...page.matchAll(/^(<!-- not run.*-->\n)?```ts\n(.*?)^```$/gms)].map(([, notRun, code = '']) => ({
  notRun,
  code
}))
const run = blocks.filter(({ notRun }) => !notRun).map(({ code }) => code)

let folder: string
let identities: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(import.meta.dirname, '.docs-'))
  identities = []
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => answer(new URL(input), init))
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await rm(folder, { recursive: true })
})

function answer(url: URL, init: RequestInit): Response {
  if (url.pathname === '/login') return Response.json({ data: { token: 'logged-in' } })
  if (url.pathname === '/token')
    return Response.json({ access_token: 'by-oauth', token_type: 'Bearer', expires_in: 60 })
  const headers = new Headers(init.headers)
  const named = ['authorization', 'x-api-key', 'private-token'].flatMap((name) => headers.get(name) ?? [])
  const identity = [
    ...named,
    ...url.searchParams.getAll('api_key'),
    ...(init.credentials === 'include' ? ['cookie'] : [])
  ]
  identities.push(identity.join())
  if (identity.length !== 1 || identity[0] === 'Bearer old') return Response.json({ title: 'who?' }, { status: 401 })
  return url.pathname === '/cas/health' ? Response.json(healthy) : Response.json({ conformsTo: [] })
}

const healthy = { status: 'ok', version: '0.4.0', timestamp: '2026-01-01T00:00:00Z', providers_registered: 1 }
const secret = 'from-your-vault'
const expected = [
  [...Array(3).fill(`Bearer ${secret}`), `Basic ${btoa(`ann:${secret}`)}`, ...Array(3).fill(secret)],
  ['my-key', 'Bearer my-token'],
  ['Bearer old', 'Bearer new'],
  ['Bearer of-ann'],
  ['Bearer logged-in'],
  ['Bearer by-oauth'],
  ['cookie']
]

test('every block that is to be run is looked at here', () => {
  expect([blocks.length, run.length]).toEqual([8, expected.length])
})

test.each(run.map((code, i) => [i + 1, code, expected[i]] as const))('block %i', async (number, code, sent) => {
  const file = join(folder, `block-${number}.ts`)
  await writeFile(file, code)
  await import(file)
  expect(identities).toEqual(sent)
})
