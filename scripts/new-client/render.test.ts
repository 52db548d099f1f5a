import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { demoContract } from './demo-contract.ts'
import { templateNames, valuesOf } from './planned-files.ts'
import { fill, render } from './render.ts'

const root = join(import.meta.dirname, '../..')
const values = { api: 'demo', apiKey: 'k', yes: true, no: false, item: [{ name: 'a' }, { name: 'b' }], none: [] }

test('the longest name that has a value stands for a placeholder', () => {
  expect(fill('$api $apiClient $apiKey', values, 'x')).toBe('demo demoClient k')
  expect(() => fill('$other', values, 'x.ts:1')).toThrow('x.ts:1 has $other, which has no value')
  expect(() => fill('$item', values, 'x.ts:1')).toThrow('has no value')
})

test('directives repeat and leave out lines, within each other, too', () => {
  const template = [
    '{',
    '  // each item',
    '  $name',
    '  // if no',
    '  $gone',
    '  // end',
    '  // end',
    '<!-- if yes -->',
    ' * // each none'
  ]
  const ends = ['-', ' * // end', 'b', '<!-- end -->', '}']
  expect(render([...template, ...ends].join('\n'), values, 'x').split('\n')).toEqual(['{', '  a', '  b', 'b', '}'])
})

test.each([
  ['// each item', 'x:1 has no end'],
  ['a\n// end', 'x:2 has an end of nothing'],
  ['// if what\n// end', 'x:1 asks for what, which has no value']
])('%j is refused', (template, message) => {
  expect(() => render(template, values, 'x')).toThrow(message)
})

test.each(templateNames())('%s has no placeholder without a value', async (name) => {
  const client = {
    key: 'demo',
    api: 'demo',
    contract: 'specs/demo/openapi.yaml',
    text: demoContract,
    document: parse(demoContract)
  }
  const own = await valuesOf(client, root)
  expect(fill(name, own, name)).not.toContain('$')
  const text = render(readFileSync(join(import.meta.dirname, 'template', name), 'utf8'), own, name)
  expect(text).not.toMatch(/\$[A-Za-z]|FeaturesClient|\/\/ (?:each|if|end)$/m)
})
