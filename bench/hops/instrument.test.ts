import { stripTypeScriptTypes } from 'node:module'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { instrument } from './instrument.ts'

const entered: string[] = []
beforeEach(() => {
  entered.length = 0
  Object.assign(globalThis, { entered: (file: string, name: string) => entered.push(`${file} ${name}`.trim()) })
})
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'entered')
})

/** What an instrumented module exports as `value`. */
async function exported(source: string): Promise<unknown> {
  const code = stripTypeScriptTypes(instrument(source, 'a.ts'))
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)).value
}

test.each<[source: string, value: unknown, names: string[]]>([
  ['function add(a: number): number { return a + 1 }\nexport const value = add(1)', 2, ['add']],
  ['const add = (a: number) => a + 1\nexport const value = add(1)', 2, ['add']],
  ['export const value = ((a) => (b) => ({ a, b }))(1)(2)', { a: 1, b: 2 }, ['value', 'value']],
  ['export const value = [1].map((a) => [a].map((b) => b as number))', [[1]], ['value', 'value']],
  [
    'const one = { get a() { return 1 }, b: () => 2, c() { return 3 } }\nexport const value = one.a + one.b() + one.c()',
    6,
    ['a', 'b', 'c']
  ],
  ['export const value = await (async () => await Promise.resolve(1))()', 1, ['value']],
  ['function* count() { yield 1 }\nexport const value = [...count()]', [1], ['count']],
  [
    'class A { a; constructor() { this.a = 1 } }\nclass B extends A { #b = () => 2; constructor() { super(); this.a += this.#b() } }\nexport const value = new B().a',
    3,
    ['constructor', 'constructor', '#b']
  ],
  [
    'function one(a: string): string\nfunction one(a: number): number\nfunction one(a: unknown): unknown { return a }\nexport const value = one(1)',
    1,
    ['one']
  ],
  ['function outer() { return () => 1 }\nexport const value = outer()()', 1, ['outer', 'outer']],
  ['export let value: unknown\n;(() => { value = 1 })()', 1, ['']],
  ['type A = () => void\nfunction never() {}\nexport const value = 1', 1, []]
])('%s', async (source, value, names) => {
  expect(await exported(source)).toEqual(value)
  expect(entered).toEqual(names.map((name) => `a.ts ${name}`.trim()))
})

test('lines stay where they are', () => {
  const source = 'function a() {\n  return () => {\n    return 1\n  }\n}\n'
  expect(instrument(source, 'a.ts').split('\n').length).toBe(source.split('\n').length)
})
