import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCasMock } from '@geoclients/cas-client/mock'
import { serve as serveCas } from '@geoclients/cas-client/mock/node'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { serve as serveOgc } from '@geoclients/ogc-client/mock/node'
import { pathWithProgram } from '../testing/program.ts'

const block = /```console\n([\s\S]*?)```/g

/** Fills the `console` blocks of a page with the output of their commands, which run in sequence on the mocks. */
export async function withTranscripts(page: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'transcript-'))
  const ogc = await serveOgc(createOgcMock({ record: false }))
  const cas = await serveCas(createCasMock({ record: false }))
  try {
    const env = {
      PATH: await pathWithProgram(folder),
      HOME: folder,
      EOZILLA_API_URL: ogc.url,
      CAS_BASE_URL: cas.url,
      NO_COLOR: '1'
    }
    const cwd = join(folder, 'work')
    await mkdir(cwd)
    const written: string[] = []
    for (const [, text = ''] of page.matchAll(block)) {
      const lines: string[] = []
      for (const command of commandsOf(text)) {
        const printed = await run(command, { cwd, env })
        lines.push(`$ ${command}`, ...(printed === '' ? [] : settled(printed, ogc.url, cas.url)))
      }
      written.push(`\`\`\`console\n${lines.join('\n')}\n\`\`\``)
    }
    return page.replace(block, () => written.shift() ?? '')
  } finally {
    await Promise.all([ogc.close(), cas.close()])
    await rm(folder, { recursive: true })
  }
}

/** A command begins with `$` and goes on after a backslash. */
function commandsOf(text: string): string[] {
  return text
    .replaceAll('\\\n', '\\\u0000')
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2).replaceAll('\\\u0000', '\\\n'))
}

interface Place {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

/** The output of a command on both streams, and its exit code if it is not 0. */
function run(command: string, place: Place): Promise<string> {
  return new Promise((resolve) => {
    execFile('sh', ['-c', `{ ${command}\n} 2>&1`], place, (error, stdout) => {
      resolve(error ? `${stdout}(exit code ${error.code})\n` : stdout)
    })
  })
}

/** Replaces times, ports and other machine-dependent parts. */
function settled(printed: string, ogc: string, cas: string): string[] {
  const text = printed
    .replaceAll(ogc, 'http://127.0.0.1:8008')
    .replaceAll(cas, 'http://127.0.0.1:8000')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-11-29T12:00:00.000Z')
    .replace(/\b\d+ ms\b/g, '4 ms')
    .replace(/, \d+ s$/gm, ', 2 s')
    .replaceAll('\t', '  ')
  const lines = text.replace(/\n$/, '').split('\n')
  return lines.map((line) => line.trimEnd())
}
