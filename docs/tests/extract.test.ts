import { expect, test } from 'vitest'
import { examplesOfPage, examplesOfSource } from './extract.ts'

test('a page: every block of TypeScript, and where its code begins', () => {
  const page = '# Title\n\n```ts\none()\n```\n\n```sh\nnpm start\n```\n\n```ts\ntwo()\nthree()\n```\n'
  expect(examplesOfPage('a.md', page)).toEqual([
    { file: 'a.md', line: 4, code: 'one()\n' },
    { file: 'a.md', line: 12, code: 'two()\nthree()\n' }
  ])
})

test('a source: what is behind each tag, fenced or not, up to the next', () => {
  const source = `
/** Nothing here. */
export const a = 1
export class B {
  /**
   * Words.
   *
   * @example
   * if (a) {
   *   one()
   * }
   * @throws never
   * @example two()
   */
  c(): void {}
}
/**
 * @example
 * \`\`\`ts
 * three()
 * \`\`\`
 */
export interface D {}
const text = '/** @example no() */'
// @example no()
`
  expect(examplesOfSource('a.ts', source)).toEqual([
    { file: 'a.ts', line: 9, code: 'if (a) {\n  one()\n}\n' },
    { file: 'a.ts', line: 13, code: 'two()\n' },
    { file: 'a.ts', line: 20, code: 'three()\n' }
  ])
})
