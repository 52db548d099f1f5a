import { beforeEach, describe, expect, test } from 'vitest'
import { reduceToStructure } from '../contract/arrange.ts'
import type { Api } from '../registry.ts'
import { atlas, atlasText } from '../testing/atlas.ts'
import { goodOverlay, overlay, pulled, served, upstream } from '../testing/pulled.ts'
import { type Said, TestWorkplace } from '../testing/workplace.ts'

const apis = [pulled, atlas]
const upToDate = { code: 0, text: 'Generated files are up to date.' }
const stale = (...paths: string[]): object => ({ code: 1, text: [...paths, 'Mend with: npm run generate'].join('\n') })
const { contract, out } = atlas

let work: TestWorkplace
beforeEach(async () => {
  const structure = reduceToStructure(served)
  work = await TestWorkplace.create({ [contract]: atlasText, [upstream]: structure, [overlay]: goodOverlay })
})
const generate = (...args: string[]): Said => work.generate(args, apis)

test('one contract is merged and written, the other is only read', async () => {
  expect(await generate()).toEqual({
    code: 0,
    text: [
      `${out}/operations.ts written`,
      `${out}/types.ts written`,
      `${pulled.out}/operations.ts written`,
      `${pulled.out}/types.ts written`,
      `${pulled.contract} written`
    ].join('\n')
  })
  expect(await work.read(contract)).toBe(atlasText)
  for (const { contract, out } of apis) {
    for (const file of ['types', 'operations']) {
      const text = await work.read(`${out}/${file}.ts`)
      expect(text.split('\n')[0]).toBe(`// Made by \`npm run generate\` from ${contract}. Do not edit.`)
      expect(text).toMatch(/[^\r]\n$/)
    }
  }
  expect(await work.read(`${out}/types.ts`)).toContain('getTiles')
  expect(await work.read(`${pulled.out}/types.ts`)).toContain('state: {')
  expect(await work.read(`${pulled.out}/types.ts`)).not.toContain('getTiles')
  const { operations, requestRules } = await import(`${work.root}/${pulled.out}/operations.ts`)
  expect(operations.state).toMatchObject({ method: 'GET', path: '/state', safe: true, accept: ['application/json'] })
  expect(requestRules).toEqual({})
})

test('the merged contract says what it is made of, reads from the whole to the parts, and has no text of theirs', async () => {
  await generate()
  const text = await work.read(pulled.contract)
  expect(text).toMatch(
    `# Made by \`npm run generate\` from ${upstream} and ${overlay}. Do not edit.\nopenapi: 3.1.0\ninfo:\n`
  )
  expect(text).toContain('    get:\n      operationId: state\n      x-safe: true\n      tags:\n')
  expect(text.match(/^\w+(?=:)/gm)).toEqual(['openapi', 'info', 'servers', 'tags', 'security', 'paths'])
  expect(text).not.toContain('Theirs')
})

test('gives the same bytes each time, whatever the order of the sources', async () => {
  await generate()
  const first = await work.tree()
  expect(await generate()).toEqual(upToDate)
  expect(await work.tree()).toEqual(first)
  const { paths, ...rest } = reduceToStructure(served)
  const [before, size, after] = atlasText.split(/^( {4}Size:.*\n)/m)
  await work.write(upstream, { paths, ...rest })
  await work.write(overlay, goodOverlay.replace(/(\s+operationId: state)(\s+x-safe: true)/, '$2$1'))
  await work.write(contract, `${before}${after}${size}`)
  expect(await generate('--check')).toEqual(upToDate)
  await work.remove('packages')
  await generate()
  expect(await work.read(`${out}/types.ts`)).toBe(first[`${out}/types.ts`])
})

const edit = (path: string, from: string | RegExp, to: string) => async () =>
  work.write(path, (await work.read(path)).replace(from, to))

test.for<[what: string, change: () => Promise<unknown>, told: object]>([
  ['an edited file', edit(pulled.contract, 'title: Ours', 'title: Mine'), stale(`${pulled.contract} is stale`)],
  ['a file that is gone', () => work.remove(pulled.contract), stale(`${pulled.contract} is missing`)],
  ['a surplus file', () => work.write(`${out}/deep/old.ts`, ''), stale(`${out}/deep/old.ts is surplus`)],
  ['a changed contract', edit(contract, 'x-safe: true', 'x-safe: false'), stale(`${out}/operations.ts is stale`)],
  [
    'a changed overlay',
    edit(overlay, 'summary: State', 'summary: How it is'),
    stale(`${pulled.out}/types.ts is stale`, `${pulled.contract} is stale`)
  ]
])('--check names %s and writes nothing; generate mends it', async ([, change, told]) => {
  await generate()
  await change()
  const before = await work.tree()
  expect(await generate('--check')).toEqual(told)
  expect(await work.tree()).toEqual(before)
  expect((await generate()).code).toBe(0)
  expect(await generate('--check')).toEqual(upToDate)
})

describe('the tree stays as it is where', () => {
  const without = (text: string | RegExp): string => atlasText.replace(text, '')
  const nothing = `specs/pulled/overlay.yaml: action 2, "Texts and answers of the only operation.": nothing matches`
  const cases: [what: string, path: string, content: string | object, ...messages: string[]][] = [
    ['a contract is no YAML', contract, 'openapi: [3.1.0', `${contract} is not YAML: `],
    ['a contract is not valid', contract, without('title: Atlas, '), 'pass redocly lint\n', '`title`'],
    ['it refers to nothing', contract, atlasText.replace('responses/Missing', 'responses/Gone'), 'pass redocly lint'],
    ['it breaks a rule of ours', contract, without(/ *description: Gets the state.\n/), 'operation-description'],
    ['operations have no x-safe', contract, without(/ {6}x-safe: true\n/g), 'at GET /tiles (getTiles), GET /state ('],
    [
      'one has another x-safe',
      contract,
      atlasText.replace('x-safe: true', 'x-safe: 1'),
      'x-safe: true or false at GET'
    ],
    ['a target has vanished upstream', upstream, JSON.stringify(served).replace('/state', '/status'), nothing],
    ['an overlay is no YAML', overlay, 'actions: [', `${overlay} is not YAML: `],
    ['an overlay is a list', overlay, '- actions', `${overlay} is not an OpenAPI Overlay`],
    ['the structure is no OpenAPI', upstream, { swagger: '2.0' }, `${upstream} is not an OpenAPI 3 document`],
    [
      'what is merged is not valid, shown with the place in the merged contract',
      overlay,
      goodOverlay.replace('title: Ours, ', ''),
      `${pulled.contract} does not pass redocly lint\n`,
      `${pulled.contract}:3:1 at #/info`
    ]
  ]
  test.for(cases)('%s', async ([, path, content, ...messages]) => {
    await generate()
    await work.write(contract, atlasText.replace('List the tiles', 'List them'))
    await work.write(path, content)
    const before = await work.tree()
    const { code, text } = await generate()
    for (const message of messages) expect(text).toContain(message)
    expect(code).toBe(1)
    expect(await work.tree()).toEqual(before)
  })

  test.each([contract, overlay, upstream])('%s is missing', async (path) => {
    await work.remove(path)
    const before = await work.tree()
    expect(await generate()).toEqual({ code: 1, text: `${path} cannot be read (ENOENT)` })
    expect(await work.tree()).toEqual(before)
  })
})

const strange = { ...atlas, handwritten: { Json: '../json.ts' } }
test.for<[what: string, args: string[], apis: readonly Api[], message: string]>([
  ['a handwritten type without a schema', [], [strange], `${contract} has no schema Json to map to a handwritten type`],
  ['an unknown option', ['--chek'], apis, "Unknown option '--chek'"]
])('%s is refused', async ([, args, given, message]) => {
  const before = await work.tree()
  expect(await work.generate(args, given)).toEqual({ code: 1, text: expect.stringContaining(message) })
  expect(await work.tree()).toEqual(before)
})
