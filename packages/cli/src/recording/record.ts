import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createCasMock } from '@geoclients/cas-client/mock'
import { serve as serveCas } from '@geoclients/cas-client/mock/node'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { serve as serveOgc } from '@geoclients/ogc-client/mock/node'
import { pathWithProgram } from '../testing/program.ts'
import { inTerminal } from '../testing/pseudo-terminal.ts'
import type { Event, Size } from './frames.ts'

/** Milliseconds between two keys, and for which what was printed stands. */
const pace = { key: 45, look: 1800 }
const prompt = /[#$] $/

/** A session in a pseudo-terminal: a shell on this machine, the program as it was built, and the mocks. */
export async function record(
  commands: readonly string[],
  size: Size,
  files: Readonly<Record<string, string>>
): Promise<Event[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recording-'))
  const ogc = await serveOgc(createOgcMock({ record: false }))
  const cas = await serveCas(createCasMock({ record: false, latency: 300 }))
  try {
    const cwd = join(folder, 'work')
    await mkdir(cwd)
    for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text)
    const env = { PATH: await pathWithProgram(folder), HOME: folder, PS1: '$ ', HISTFILE: '' }
    const servers = { EOZILLA_API_URL: ogc.url, CAS_BASE_URL: cas.url }
    const child = inTerminal(['bash', '--norc', '-i'], { ...env, ...servers }, { ...size, cwd })
    const events: Event[] = []
    const started = performance.now()
    let text = ''
    let wake = (): void => {}
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        events.push({ time: performance.now() - started, text: chunk.toString() })
        wake()
      })
    }
    const prompted = async (): Promise<void> => {
      while (!prompt.test(text)) await new Promise<void>((resolve) => (wake = resolve))
      text = ''
    }
    await prompted()
    // Prompt and settings of the shell are nobody's business.
    child.stdin.write(`PS1='$ '; bind 'set enable-bracketed-paste off'; clear\r`)
    await setTimeout(500)
    events.length = 0
    text = ''
    const begun = performance.now() - started
    events.push({ time: begun, text: '$ ' })
    for (const command of commands) {
      for (const key of command) {
        child.stdin.write(key)
        await setTimeout(pace.key)
      }
      text = ''
      child.stdin.write('\r')
      await prompted()
      await setTimeout(pace.look)
    }
    child.kill('SIGKILL')
    return events.map(({ time, text }) => ({ time: time - begun, text }))
  } finally {
    await Promise.all([ogc.close(), cas.close()])
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
