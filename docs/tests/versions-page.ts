import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock, createVirtualClock, type DialectName } from '@geoclients/ogc-client/mock'
import { program } from './versions-program.ts'

const servers: readonly (readonly [dialect: DialectName, title: string])[] = [
  ['strict', 'A server of version 1.0'],
  ['2.0', 'A server of version 2.0']
]

/** Makes `docs/transcripts/versions.md`: one program on a server of each version, with the requests that it sends. */
export async function versionsPage(root: string): Promise<string> {
  const source = await readFile(join(root, 'docs/tests/versions-program.ts'), 'utf8')
  const parts = await Promise.all(servers.map(([dialect, title]) => transcript(dialect, title)))
  return [
    '<!-- Made by `npm run docs:pages`, which runs the program. Do not edit. -->',
    '# Transcript: one program, two versions of the standard',
    'The program runs unchanged on the mock of version 1.0 (`strict`) and on that of version 2.0 (`2.0`). The client is not told which version the server uses.',
    fenced(source.trim()),
    ...parts
  ]
    .join('\n\n')
    .concat('\n')
}

async function transcript(dialect: DialectName, title: string): Promise<string> {
  const clock = createVirtualClock(Date.UTC(2026, 0, 1))
  const mock = createOgcMock({ dialect, clock })
  const lines: string[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const answer = await mock.fetch(input, init)
    const { method = 'GET', headers } = init ?? {}
    const prefer = new Headers(headers).get('Prefer')
    const path = String(input).slice(mock.baseUrl.length)
    lines.push(`  ${method} ${path}${prefer ? ` (Prefer: ${prefer})` : ''} -> ${answer.status}`)
    return answer
  }
  const ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch, clock, random: () => 0 })
  let isOver = false
  const run = program(ogc, (line) => lines.push(line)).finally(() => {
    isOver = true
  })
  for (let turns = 0; !isOver && turns < 1_000; turns += 1) await clock.advance(100)
  await run
  return `## ${title}\n\n${fenced(lines.join('\n'))}`
}

function fenced(text: string): string {
  return `\`\`\`\`text\n${text}\n\`\`\`\``
}
