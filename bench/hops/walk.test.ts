import { expect, test } from 'vitest'
import { walkOf, withWalk } from './walk.ts'

const entries = [
  { file: 'ogc-client/src/run.ts', name: 'run' },
  { file: 'ogc-client/src/run.ts', name: '' },
  { file: 'ogc-client/src/run.ts', name: '#start' },
  { file: 'client-core/src/send.ts', name: '' },
  { file: 'ogc-client/src/run.ts', name: 'end' },
  { file: 'ogc-client/src/read.ts', name: 'read' },
  { file: 'ogc-client/src/read.ts', name: 'read' }
]

test('a walk names each file once, in order, with the functions of its first visit', () => {
  expect(walkOf(entries).split('\n')).toEqual([
    '1. [ogc-client/run.ts](packages/ogc-client/src/run.ts): `run`, `#start`',
    '1. [client-core/send.ts](packages/client-core/src/send.ts)',
    '1. [ogc-client/read.ts](packages/ogc-client/src/read.ts): `read`'
  ])
})

const page = (walk: string): string =>
  `# Before\n\n<!-- Made by \`npm run walk\`. -->\n${walk}\n<!-- End of the walk. -->\n\nAfter\n`

test('a walk takes the place of the one before, and the rest of the page stays', () => {
  expect(withWalk(page('1. old\n1. older'), '1. new')).toBe(page('1. new'))
  expect(withWalk(page('1. new'), '1. new')).toBe(page('1. new'))
})

test.each(['# A page without a place', '<!-- Made by `npm run walk`. -->\n1. a walk without an end'])(
  '%j is refused',
  (text) => {
    expect(() => withWalk(text, '1. new')).toThrow('The page has no "<!-- Made by `npm run walk`. -->"')
  }
)
