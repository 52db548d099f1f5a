import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contract, demo, goodContract, out, TestWorkplace } from '../testing/workplace.ts'

let work: TestWorkplace
beforeEach(async () => {
  work = await TestWorkplace.create()
})
afterEach(() => work.dispose())

describe('generate', () => {
  test('writes types and operations with a header that names the command', async () => {
    expect(await work.generate()).toEqual({ code: 0, text: `${out}/operations.ts written\n${out}/types.ts written` })
    const types = await work.read(`${out}/types.ts`)
    const operations = await work.read(`${out}/operations.ts`)
    for (const text of [types, operations]) {
      expect(text.split('\n')[0]).toBe(`// Made by \`npm run generate\` from ${contract}. Do not edit.`)
      expect(text.endsWith('\n')).toBe(true)
      expect(text).not.toContain('\r')
    }
    expect(operations).toContain("  getThing: {\n    method: 'GET',\n    path: '/things',\n    safe: true,\n")
    expect(operations).toContain('requestRules = {} as const\n')
  })

  test('gives the same bytes each time, and says that nothing changed', async () => {
    await work.generate()
    const first = await work.tree()
    expect(await work.generate()).toEqual({ code: 0, text: 'Generated files are up to date.' })
    expect(await work.tree()).toEqual(first)
    await work.remove('packages')
    await work.generate()
    expect(await work.tree()).toEqual(first)
  })

  test('the order of a contract does not matter', async () => {
    await work.generate()
    const first = await work.tree()
    const [before, size, rest] = goodContract.split(/^( {4}Size:.*\n)/m)
    await work.write(contract, `${before}${rest}${size}`)
    await work.generate()
    expect(await work.read(`${out}/types.ts`)).toBe(first[`${work.root}/${out}/types.ts`])
  })

  test('removes a surplus file', async () => {
    await work.generate()
    await work.write(`${out}/deep/old.ts`, 'export {}\n')
    expect(await work.generate()).toEqual({ code: 0, text: `${out}/deep/old.ts removed` })
    expect(Object.keys(await work.tree())).not.toContain(`${work.root}/${out}/deep/old.ts`)
  })
})

describe('generate --check', () => {
  test('passes after generate', async () => {
    await work.generate()
    expect(await work.generate(['--check'])).toEqual({ code: 0, text: 'Generated files are up to date.' })
  })

  test('names every missing file and writes nothing', async () => {
    const before = await work.tree()
    expect(await work.generate(['--check'])).toEqual({
      code: 1,
      text: `${out}/operations.ts is missing\n${out}/types.ts is missing\nMend with: npm run generate`
    })
    expect(await work.tree()).toEqual(before)
  })

  test('names what a change of the contract makes stale', async () => {
    await work.generate()
    await work.write(contract, goodContract.replace('x-safe: true', 'x-safe: false'))
    expect(await work.generate(['--check'])).toEqual({
      code: 1,
      text: `${out}/operations.ts is stale\nMend with: npm run generate`
    })
  })

  test('names a surplus file', async () => {
    await work.generate()
    await work.copy(`${out}/types.ts`, `${out}/types-old.ts`)
    expect(await work.generate(['--check'])).toEqual({
      code: 1,
      text: `${out}/types-old.ts is surplus\nMend with: npm run generate`
    })
  })
})

describe('a contract that cannot be used leaves the tree as it is', () => {
  const cases: [what: string, text: string, message: RegExp][] = [
    ['is no YAML', 'openapi: [3.1.0', /^specs\/demo\/openapi\.yaml is not YAML: /],
    ['is empty', '', /^specs\/demo\/openapi\.yaml is not an OpenAPI 3 document$/],
    ['is a list', '- openapi', /^specs\/demo\/openapi\.yaml is not an OpenAPI 3 document$/],
    ['is Swagger 2', "swagger: '2.0'\n", /^specs\/demo\/openapi\.yaml is not an OpenAPI 3 document$/],
    [
      'is not valid OpenAPI',
      goodContract.replace('title: Demo, ', ''),
      /^specs\/demo\/openapi\.yaml does not pass redocly lint\n[\s\S]*`title`/
    ],
    ['refers to nothing', goodContract.replace('responses/Refused', 'responses/Gone'), /does not pass redocly lint/],
    [
      'breaks a rule of ours',
      goodContract.replace('      description: Gets the thing.\n', ''),
      /does not pass redocly lint\n[\s\S]*operation-description/
    ],
    [
      'lacks x-safe',
      goodContract.replace(/ {6}x-safe: .*\n/g, ''),
      /^specs\/demo\/openapi\.yaml lacks x-safe: true or false at GET \/things \(getThing\), POST \/things \(addThing\)$/
    ],
    ['has another x-safe', goodContract.replace('x-safe: true', "x-safe: 'yes'"), /at GET \/things \(getThing\)$/]
  ]

  test.for(cases)('%s', async ([, text, message]) => {
    await work.generate()
    await work.write(contract, text)
    const before = await work.tree()
    const { code, text: said } = await work.generate()
    expect(said).toMatch(message)
    expect(code).toBe(1)
    expect(await work.tree()).toEqual(before)
  })

  test('is missing', async () => {
    await work.remove('specs')
    expect(await work.generate()).toEqual({ code: 1, text: `${contract} cannot be read (ENOENT)` })
    expect(await work.tree()).toEqual({})
  })

  test('lacks a schema that is mapped to a handwritten type', async () => {
    const { code, text } = await work.generate([], [{ ...demo, handwritten: { Json: '../json.ts' } }])
    expect(text).toBe(`${contract} has no schema Json to map to a handwritten type`)
    expect(code).toBe(1)
  })
})

test('an unknown option is refused', async () => {
  const { code, text } = await work.generate(['--chek'])
  expect(text).toMatch(/^Unknown option '--chek'[\s\S]*npm run generate/)
  expect(code).toBe(1)
  expect(Object.keys(await work.tree())).toEqual([`${work.root}/${contract}`])
})
