import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Api } from '../scripts/registry.ts'
import { TestWorkplace } from '../scripts/testing/workplace.ts'
import { typeErrors } from './type-errors.ts'

/* A third API, from its server to a typed call: a folder in specs/, this entry, and a package on client-core. */
const api: Api = {
  name: 'pygeoapi',
  contract: 'specs/pygeoapi/openapi.yaml',
  mergedFrom: { upstream: 'specs/pygeoapi/upstream.json', overlay: 'specs/pygeoapi/overlay.yaml' },
  out: 'packages/pygeoapi-client/src/generated',
  handwritten: {}
}
const overlay = join(import.meta.dirname, 'fixtures', 'pygeoapi', 'overlay.yaml')
const client = `import { ClientError, createCore } from '@geoclients/client-core'
import { requestRules } from './generated/operations.ts'
import type { paths } from './generated/types.ts'

const { api } = createCore<paths>(
  { baseUrl: 'http://127.0.0.1:5000' },
  { error: (init) => new ClientError(init), rules: requestRules, timeout: 60_000 }
)
export async function callIt(): Promise<number[] | string | undefined> {
  const { data } = await api.POST('/processes/primes_between/execution', {
    body: { inputs: {}, response: 'raw' }
  })
  return Array.isArray(data) ? data : data?.jobID // of the answers 200 and 201
}
`

let work: TestWorkplace
beforeAll(async () => {
  work = new TestWorkplace(await mkdtemp(join(tmpdir(), 'pygeoapi-')))
  await work.write('specs/pygeoapi/overlay.yaml', await readFile(overlay, 'utf8'))
  await work.write('package.json', '{ "type": "module" }')
  await symlink(join(import.meta.dirname, '..', 'node_modules'), join(work.root, 'node_modules'))
})
afterAll(() => rm(work.root, { recursive: true }))

test('the document of a live pygeoapi goes through the pipeline', async () => {
  const url = `${inject('baseUrls').pygeoapi}/openapi?f=json`
  expect(await work.pull(['pygeoapi', '--from', url], [api])).toMatchObject({ code: 0 })
  const { code, text } = await work.generate([], [api])
  expect(text.split('\n')).toEqual([
    `${api.out}/operations.ts written`,
    `${api.out}/types.ts written`,
    `${api.contract} written`
  ])
  expect(code).toBe(0)
  expect(await work.generate(['--check'], [api])).toMatchObject({ code: 0 })
  const operations = await work.read(`${api.out}/operations.ts`)
  expect(operations).toMatch(/"path": "\/processes\/primes_between\/execution",\n {4}"safe": false/)
})

test('a right call against its paths type-checks', async () => {
  expect(await errorsOf(client)).toEqual([])
})

test.each([
  ['another path', 'primes_between/execution', 'primes/execution', /^10: Argument of type '"\/processes\/primes\/exec/],
  ['another word', "'raw'", "'cooked'", /^11: Type '"cooked"' is not assignable to type '"raw" \| "document"/],
  ['another type of result', 'number[]', 'boolean[]', /^13: .*'number\[\]' is not assignable to type .*boolean\[\]/],
  ['a member that no answer has', 'jobID', 'jobId', /^13: Property 'jobId' does not exist/],
  ['another method', 'api.POST', 'api.PATCH', /^10: .*not assignable to parameter of type 'never'/]
])('a wrong one does not: %s', async (_, right, wrong, message) => {
  expect(client).toContain(right)
  const errors = await errorsOf(client.replace(right, wrong))
  expect(errors[0]).toMatch(message)
})

async function errorsOf(source: string): Promise<string[]> {
  const path = 'packages/pygeoapi-client/src/client.ts'
  await work.write(path, source)
  return typeErrors(join(work.root, path))
}
