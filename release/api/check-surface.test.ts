import { expect, test } from 'vitest'
import { type Surface, surfaceProblem } from './check-surface.ts'

const report = (code: string): string => `## @a/b\n\n\`\`\`ts\n${code}\n\`\`\`\n`
const [one, two] = [report('export const one: 1;'), report('export const one: 1;\nexport const two: 2;')]
const released = { version: '0.1.0', text: one }
const problem = (surface: Partial<Surface>): string | undefined =>
  surfaceProblem({ version: '0.1.0', report: one, pending: undefined, released, ...surface })

test('the same surface needs nothing', () => expect(problem({})).toBeUndefined())

test('a changeset is asked for, with the names', () => {
  expect(problem({ report: two })).toBe(
    '@a/b: two is new since 0.1.0. This needs a patch release, and none is pending: npx changeset'
  )
})

test('one pending changeset is enough for what it allows', () => {
  expect(problem({ report: two, pending: 'patch' })).toBeUndefined()
  expect(problem({ report: report(''), pending: 'minor' })).toBeUndefined()
})

test('what is removed or changed needs a bump that allows it', () => {
  expect(problem({ report: report(''), pending: 'patch' })).toContain('This needs a minor release, and a patch one')
  const first = { version: '1.0.0', released: { version: '1.0.0', text: one } }
  expect(problem({ ...first, report: report(''), pending: 'minor' })).toContain('needs a major release')
  expect(problem({ ...first, report: report(''), pending: 'major' })).toBeUndefined()
})

test('a version that has no tag yet covers the change: its changesets are gone', () => {
  expect(problem({ report: two, version: '0.1.1' })).toBeUndefined()
  expect(problem({ report: report(''), version: '0.2.0' })).toBeUndefined()
  expect(problem({ report: report(''), version: '0.1.1' })).toContain('needs a minor release')
})

test('a first release', () => {
  const first = { released: undefined, report: two }
  expect(problem({ ...first, version: '0.1.0' })).toBeUndefined()
  expect(problem({ ...first, version: '0.0.0', pending: 'minor' })).toBeUndefined()
  expect(problem({ ...first, version: '0.0.0' })).toContain('was never released')
})
