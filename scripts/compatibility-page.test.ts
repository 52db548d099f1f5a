import type { Column, Compatibility } from '@geoclients/contract-core'
import { expect, test } from 'vitest'
import { compatibilityPage, type Hearsay } from './compatibility-page.ts'

const areas = [
  { title: 'Jobs', features: [{ id: 'jobs.list', title: 'Jobs are listed' }] },
  { title: 'Results', features: [{ id: 'results.raw', title: 'Raw `a|b`' }] }
]
const server = (name: string, features: Column['features'] = {}, answers: Column['answers'] = []): Column => ({
  ...{ name, features, answers }
})
const hearsay: Hearsay = {
  quirks: [
    { name: 'listOfIds', servers: ['GeoZoo', 'MAAP'], symptom: 'jobs are bare ids', test: 'reader/jobs.test.ts' }
  ],
  replays: [
    {
      ...{ server: 'GeoZoo', title: 'a list of bare ids', quirks: ['listOfIds', 'noType'] },
      ...{ source: 'https://geozoo.example/issues/7', evidence: 'issue' }
    }
  ]
}
const pageOf = (...servers: readonly Column[]): string[] => {
  const contract: Compatibility = { title: 'Demo', areas, servers }
  return compatibilityPage([contract], hearsay).split('\n')
}

test('rows are features, columns are servers', () => {
  const lines = pageOf(server('mock'), server('real 1.0'))
  expect(lines).toContain('## Demo')
  expect(lines.join('\n')).toContain(
    '### Jobs\n\n| feature | mock | real 1.0 |\n| --- | --- | --- |\n| Jobs are listed | yes | yes |\n'
  )
})

test('a cell is yes, or the deviation with what the client makes of it', () => {
  const deviation = { server: 'Sends a\nlist | map.', client: 'Reads both.' } as const
  const lines = pageOf(
    server('one', { 'jobs.list': { support: 'partly', ...deviation } }),
    server('two', { 'results.raw': { support: 'no', ...deviation } })
  )
  expect(lines).toContain('| Jobs are listed | **partly** Sends a list \\| map. → Reads both. | yes |')
  expect(lines).toContain('| Raw `a\\|b` | yes | **no** Sends a list \\| map. → Reads both. |')
  expect(lines).toContain('| features, of 2 | 1 yes, 1 partly | 1 yes, 1 no |')
})

test('deviations of answers stand in a table of their own', () => {
  const answers = [
    { operation: 'GET /jobs', status: 200, violation: /x/, server: 'Leaves out links.', client: 'Has none.' },
    { operation: 'GET *', violation: /y/, server: 'Says HTML.', client: 'Reads JSON.' }
  ]
  const lines = pageOf(server('mock'), server('real 1.0', {}, answers))
  expect(lines).toContain('| deviations of answers | 0 | 2 |')
  expect(lines).toContain('| real 1.0 | `GET /jobs` | 200 | Leaves out links. | Has none. |')
  expect(lines).toContain('| real 1.0 | `GET *` | all | Says HTML. | Reads JSON. |')
  expect(pageOf(server('mock'))).toContain('None.')
})

test('what nothing proves is said', () => {
  const contract: Compatibility = { title: 'Demo', unproven: 'Not asked: Part 2.', areas, servers: [server('mock')] }
  expect(compatibilityPage([contract], hearsay).split('\n')).toContain('Not asked: Part 2.')
  expect(pageOf(server('mock'))).not.toContain('undefined')
})

test('what is known by hearsay is told with its source and its test', () => {
  const lines = pageOf()
  expect(lines).toContain(
    '| GeoZoo | a list of bare ids | `listOfIds`, `noType` | [geozoo.example … 7](https://geozoo.example/issues/7) | issue |'
  )
  expect(lines).toContain(
    '| jobs are bare ids | GeoZoo, MAAP | `listOfIds` | [reader/jobs.test.ts](../packages/ogc-client/src/reader/jobs.test.ts) |'
  )
})
