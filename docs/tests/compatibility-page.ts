import { join, posix } from 'node:path'
import type { Column, Compatibility } from '../../packages/contract-core/src/compatibility.ts'
import { knownQuirks } from '../../packages/ogc-client/contract/known-quirks.ts'
import { replays } from '../../packages/ogc-client/contract/replays/index.ts'
import { clients } from '../../scripts/registry.ts'
import { table } from './markdown.ts'

/** Facts about servers that cannot run here. */
interface Hearsay {
  /** Quirks of servers, and the functions that handle them. */
  readonly quirks: readonly {
    readonly name: string
    readonly servers: readonly string[]
    readonly symptom: string
    readonly test: string
  }[]
  /** Responses that are based on a source. A test reads each of them. */
  readonly replays: readonly {
    readonly server: string
    readonly title: string
    readonly quirks: readonly string[]
    readonly source: string
    readonly evidence: string
  }[]
}

/** Makes `docs/compatibility.md`: what the contract suite of each client proves, and what is known of other servers. */
export async function compatibilityPage(root: string): Promise<string> {
  const modules = await Promise.all(
    clients.map(({ folder }) => import(join(root, folder, 'contract/compatibility.ts')))
  )
  const contracts: Compatibility[] = modules.flatMap(({ compatibility }) => compatibility)
  const hearsay: Hearsay = { quirks: knownQuirks, replays }
  return [
    '<!-- Made by `npm run docs:pages` from packages/*/contract. Do not edit. -->',
    '# Compatibility',
    [
      'This page lists what each server supports. The contract suites test it: `npm test` for the mocks, `npm run interop` for',
      'the servers. A cell is *yes*, *partly* or *no*. *Partly* means that the server deviates, but you still get something',
      'useful. Below each table you can unfold what a server does instead, and how the client handles it. If the behaviour of a',
      'server changes, the test run fails. So this page cannot become outdated unnoticed.'
    ].join('\n'),
    [
      '- **Mocks**: `mock` is version 1.0 of the standard, `mock 2.0` is version 2.0 with Parts 2 and 4.',
      '- **Servers that run in `npm run interop`**: the other columns.',
      '- **Servers that do not run here**: [recorded responses](#servers-that-are-replayed), with a section for each server.',
      '- **The executable test suite of the OGC**: [how to run it against the mock](#the-executable-test-suite-of-the-ogc).'
    ].join('\n'),
    ...contracts.flatMap(contractPart),
    ...hearsayPart(hearsay),
    ...suitePart
  ]
    .join('\n\n')
    .concat('\n')
}

const suitePart = [
  '## The executable test suite of the OGC',
  [
    'The OGC publishes a test suite for servers of version 1.0, `ets-ogcapi-processes10`. You can run it against the mock, which',
    'has a process `echo` for it. The inputs of `echo` accept whatever the suite generates, and its only output is an object.'
  ].join('\n'),
  [
    '1. Clone `opengeospatial/ets-ogcapi-processes10` and build it: `mvn -DskipTests package`.',
    '2. Serve the mock: `npm run mock:ogc -- --port 8008 --reach anywhere`. The suite passes an input as a link to GitHub,',
    '   which the mock follows only with `--reach anywhere`.',
    '3. Write a file of properties with the keys `iut` (`http://127.0.0.1:8008/`), `echoprocessid` (`echo`), `testallprocesses`',
    '   (`false`) and `processtestlimit` (`3`), and run the suite: `java -jar target/ets-ogcapi-processes10-*-aio.jar FILE`.'
  ].join('\n'),
  [
    'The suite has 54 tests, of which 52 should pass. It was last run on a machine without the Internet, where 46 passed. Six',
    'tests load schemas from `schemas.opengis.net`, so they fail if that host cannot be reached. Two tests fail everywhere,',
    'because they reject responses that the standard allows:'
  ].join('\n'),
  [
    '- `testJobResultsSync` searches for `rel=monitor` without quotes, and then requests the link including its angle brackets.',
    '  RFC 8288 allows the quotes and requires the brackets.',
    '- `testJobCreationInputValidation` requires the media type of an exception to be `application/json`. The standard does not',
    '  prescribe it, and problem details have their own media type, `application/problem+json`.'
  ].join('\n')
]

function contractPart({ title, areas, servers }: Compatibility): string[] {
  const names = servers.map(({ name }) => name)
  const features = areas.flatMap((area) => area.features)
  return [
    `## ${title}`,
    table(
      ['', ...names],
      [
        [`features, of ${features.length}`, ...servers.map((server) => score(server, features.length))],
        ['responses that deviate', ...servers.map(({ answers }) => String(answers.length))]
      ]
    ),
    ...areas.flatMap((area) => [
      `### ${area.title}`,
      table(
        ['feature', ...names],
        area.features.map((feature) => [
          feature.title,
          ...servers.map(({ features }) => {
            const deviation = features[feature.id]
            return deviation ? `**${deviation.support}**` : 'yes'
          })
        ])
      ),
      ...details(area, servers)
    ]),
    ...answersPart(servers)
  ]
}

function score({ features }: Column, all: number): string {
  const count = (support: string): number => Object.values(features).filter((one) => one.support === support).length
  const [partly, no] = [count('partly'), count('no')]
  return `${all - partly - no} yes${partly > 0 ? `, ${partly} partly` : ''}${no > 0 ? `, ${no} no` : ''}`
}

/** What servers do instead, in a folded table. Servers that do the same share a row. */
function details({ features }: Compatibility['areas'][number], servers: readonly Column[]): string[] {
  const rows = features.flatMap(({ id, title }) => {
    const found = new Map<string, string[]>()
    for (const { name, features: deviations } of servers) {
      const deviation = deviations[id]
      if (!deviation) continue
      const key = JSON.stringify([deviation.support, deviation.server, deviation.client])
      found.set(key, [...(found.get(key) ?? []), name])
    }
    return [...found].map(([key, names]) => {
      const [support, server, client] = JSON.parse(key) as string[]
      return [title, names.join(', '), support ?? '', server ?? '', client ?? '']
    })
  })
  if (rows.length === 0) return []
  return folded('What they do instead', table(['feature', 'server', '', 'what it does', 'what the client does'], rows))
}

function folded(summary: string, content: string): string[] {
  return [`<details>\n<summary>${summary}</summary>`, content, '</details>']
}

/** Responses that do not match the OpenAPI document, whatever the feature. */
function answersPart(servers: readonly Column[]): string[] {
  const rows = servers.flatMap(({ name, answers }) =>
    answers.map(({ operation, status, server, client }) => [
      ...[name, `\`${operation}\``, String(status ?? 'all'), server, client]
    ])
  )
  const title = '### Responses that do not match the OpenAPI document'
  if (rows.length === 0) return [title, 'None.']
  return [title, table(['server', 'operation', 'status', 'what it sends', 'what the client does'], rows)]
}

function hearsayPart({ quirks, replays }: Hearsay): string[] {
  return [
    '## Servers that are replayed',
    [
      'These servers, or versions of them, do not run in `npm run interop`. The responses have our own texts and values. The',
      'last column says what they are based on. [replays.test.ts](../packages/ogc-client/contract/replays/replays.test.ts) tests',
      'that the client reads them.'
    ].join('\n'),
    ...[...new Set(replays.map(({ server }) => server))].flatMap((server) => [
      `### ${server}`,
      ...foldedReplays(replays.filter((one) => one.server === server))
    ]),
    '## Deviations that the OGC client handles',
    table(
      ['deviation', 'servers', 'handled by', 'test, in `packages/ogc-client/src`'],
      quirks.map(({ name, servers, symptom, test }) => [
        ...[symptom, servers.join(', '), `\`${name}\``, linkToTest(test)]
      ])
    )
  ]
}

function foldedReplays(replays: Hearsay['replays']): string[] {
  return folded(replays.length === 1 ? 'One deviation' : `${replays.length} deviations`, replayTable(replays))
}

function replayTable(replays: Hearsay['replays']): string {
  const rows = replays.map(({ title, quirks, source, evidence }) => [
    ...[title, quirks.map((name) => `\`${name}\``).join(', '), `[${sourceName(source)}](${source})`, evidence]
  ])
  return table(['deviation', 'handled by', 'source', 'based on'], rows)
}

/** The host and the last part of the path: `github.com … 2105`. */
function sourceName(source: string): string {
  const { hostname, pathname } = new URL(source)
  const last = pathname.split('/').filter(Boolean).at(-1)
  return last === undefined ? hostname : `${hostname} … ${last}`
}

/** A link to a test. Its path is relative to the sources of ogc-client. */
function linkToTest(test: string): string {
  const path = posix.join('packages/ogc-client/src', test)
  return `[${path.replace(/^packages\/(ogc-client\/src\/)?/, '')}](../${path})`
}
