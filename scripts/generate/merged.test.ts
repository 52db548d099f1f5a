import { afterEach, beforeEach, expect, test } from 'vitest'
import { reduceToStructure } from '../contract/structure.ts'
import { contract, demo, goodContract, goodOverlay, out, pulled, served, TestWorkplace } from '../testing/workplace.ts'

const { upstream, overlay } = { upstream: 'specs/pulled/upstream.json', overlay: 'specs/pulled/overlay.yaml' }
const apis = [pulled, demo]
const upToDate = { code: 0, text: 'Generated files are up to date.' }

let work: TestWorkplace
beforeEach(async () => {
  work = await TestWorkplace.create()
  await work.write(upstream, JSON.stringify(reduceToStructure(served)))
  await work.write(overlay, goodOverlay)
})
afterEach(() => work.dispose())

test('two APIs in one run: one contract is merged and written, the other is only read', async () => {
  const { code, text } = await work.generate([], apis)
  expect(text.split('\n')).toEqual([
    `${out}/operations.ts written`,
    `${out}/types.ts written`,
    `${pulled.out}/operations.ts written`,
    `${pulled.out}/types.ts written`,
    `${pulled.contract} written`
  ])
  expect(code).toBe(0)
  expect(await work.read(contract)).toBe(goodContract)
  expect(await work.read(`${out}/types.ts`)).toContain('getThing')
  expect(await work.read(`${pulled.out}/types.ts`)).toContain('state: {')
  expect(await work.read(`${pulled.out}/types.ts`)).not.toContain('getThing')
  expect(await work.read(`${pulled.out}/operations.ts`)).toContain(
    "  state: {\n    method: 'GET',\n    path: '/state',\n    safe: true,\n"
  )
})

test('the merged contract says what it is made of, reads from the whole to the parts, and has no text of theirs', async () => {
  await work.generate([], apis)
  const text = await work.read(pulled.contract)
  expect(text).toMatch(
    `# Made by \`npm run generate\` from ${upstream} and ${overlay}. Do not edit.\nopenapi: 3.1.0\ninfo:\n`
  )
  expect(text).toContain('    get:\n      operationId: state\n      x-safe: true\n      tags:\n')
  expect(text.match(/^\w+(?=:)/gm)).toEqual(['openapi', 'info', 'servers', 'tags', 'security', 'paths'])
  expect(text).not.toContain('Theirs')
  expect(await work.read(`${pulled.out}/types.ts`)).toContain(`from ${pulled.contract}.`)
})

test('gives the same bytes each time, whatever the order of the sources', async () => {
  await work.generate([], apis)
  const first = await work.tree()
  expect(await work.generate([], apis)).toEqual(upToDate)
  const { paths, ...rest } = reduceToStructure(served)
  await work.write(upstream, JSON.stringify({ paths, ...rest }))
  await work.write(overlay, goodOverlay.replace(/(\s+operationId: state)(\s+x-safe: true)/, '$2$1'))
  expect(await work.generate(['--check'], apis)).toEqual(upToDate)
  expect(await work.tree()).toMatchObject({
    [`${work.root}/${pulled.contract}`]: first[`${work.root}/${pulled.contract}`]
  })
})

test.for([
  ['edited by hand', (text: string) => text.replace('title: Ours', 'title: Mine'), 'stale'],
  ['gone', undefined, 'missing']
] as const)('--check names a merged contract that is %s, and generate mends it', async ([, edit, state]) => {
  await work.generate([], apis)
  const good = await work.read(pulled.contract)
  await (edit ? work.write(pulled.contract, edit(good)) : work.remove(pulled.contract))
  expect(await work.generate(['--check'], apis)).toEqual({
    code: 1,
    text: `${pulled.contract} is ${state}\nMend with: npm run generate`
  })
  await work.generate([], apis)
  expect(await work.read(pulled.contract)).toBe(good)
})

test('--check names all that a change of the overlay makes stale', async () => {
  await work.generate([], apis)
  await work.write(overlay, goodOverlay.replace('summary: State', 'summary: How it is'))
  expect(await work.generate(['--check'], apis)).toEqual({
    code: 1,
    text: `${pulled.out}/types.ts is stale\n${pulled.contract} is stale\nMend with: npm run generate`
  })
})

test.for<[what: string, path: string, text: string, message: RegExp]>([
  [
    'the target of an action has vanished upstream',
    upstream,
    JSON.stringify(served).replace('/state', '/status'),
    /^specs\/pulled\/overlay\.yaml: action 2, "Texts and answers of the only operation\.": nothing matches \$\.paths\['\/state'\]\.get$/
  ],
  ['the overlay is no YAML', overlay, 'actions: [', /^specs\/pulled\/overlay\.yaml is not YAML: /],
  ['the overlay is a list', overlay, '- actions', /^specs\/pulled\/overlay\.yaml is not an OpenAPI Overlay$/],
  [
    'the structure is no OpenAPI',
    upstream,
    '{"swagger":"2.0"}',
    /^specs\/pulled\/upstream\.json is not an OpenAPI 3 document$/
  ],
  [
    'what is merged is not valid, shown with the place in the merged contract',
    overlay,
    goodOverlay.replace('title: Ours, ', ''),
    /^specs\/pulled\/openapi\.yaml does not pass redocly lint\n[\s\S]*specs\/pulled\/openapi\.yaml:3:1 at #\/info[\s\S]*`title`/
  ],
  [
    'an operation has no x-safe',
    overlay,
    goodOverlay.replace('x-safe: true', 'x-other: 1'),
    /lacks x-safe.*GET \/state \(state\)/
  ]
])('the tree stays as it is where %s', async ([, path, text, message]) => {
  await work.generate([], apis)
  await work.write(path, text)
  await work.write(contract, goodContract.replace('Get the thing', 'Get it'))
  const before = await work.tree()
  const { code, text: said } = await work.generate([], apis)
  expect(said).toMatch(message)
  expect(code).toBe(1)
  expect(await work.tree()).toEqual(before)
})

test('a source that is missing is named', async () => {
  await work.remove(overlay)
  expect(await work.generate([], apis)).toEqual({ code: 1, text: `${overlay} cannot be read (ENOENT)` })
  await work.remove(upstream)
  await work.write(overlay, goodOverlay)
  expect(await work.generate([], apis)).toEqual({ code: 1, text: `${upstream} cannot be read (ENOENT)` })
})
