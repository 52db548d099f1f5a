import { expect, test } from 'vitest'
import { compareSurfaces } from './compare.ts'

const report = (code: string): string =>
  `# The public surface of @a/b\n\n## @a/b/node\n\n\`\`\`ts\n\n${code}\n\n\`\`\`\n`
const compare = (before: string, after: string): unknown => compareSurfaces(report(before), report(after))

const shape = 'export interface Shape {\n    readonly area: number;\n    readonly at?: {\n        x: number;\n    };\n}'

test('no difference', () => expect(compare(shape, shape)).toBeUndefined())

test('the order of declarations and of imports says nothing', () => {
  const other = 'export const a: 1;'
  expect(compare(`import { X } from 'x';\n${shape}\n${other}`, `${other}\n${shape}`)).toBeUndefined()
})

test.each([
  ['an export', `${shape}\nexport const more: 1;`, '@a/b/node: more'],
  ['a member', shape.replace('}\n}', '}\n}').replace(/\n}$/, '\n    more: 1;\n}'), '@a/b/node: Shape.more'],
  ['a member of a member', shape.replace('x: number;', 'x: number; y: number;'), '@a/b/node: Shape.at.y']
])('one more: %s', (_, after, name) => expect(compare(shape, after)).toEqual({ change: 'added', names: [name] }))

test.each([
  ['an export goes', '', '@a/b/node: Shape'],
  ['a member goes', shape.replace('    readonly area: number;\n', ''), '@a/b/node: Shape.area'],
  ['a type changes', shape.replace('area: number', 'area: string'), '@a/b/node: Shape.area'],
  ['a member of a member changes', shape.replace('x: number', 'x: string'), '@a/b/node: Shape.at.x'],
  ['what was optional is asked for', shape.replace('at?', 'at'), '@a/b/node: Shape.at'],
  ['a base is added', shape.replace('Shape {', 'Shape extends Other {'), '@a/b/node: Shape']
])('%s', (_, after, name) => {
  expect(compare(shape, after)).toMatchObject({ change: 'breaking', names: expect.arrayContaining([name]) })
})

test('a whole entry goes', () => {
  expect(compareSurfaces(report(shape), '# Nothing\n')).toMatchObject({ change: 'breaking' })
})
