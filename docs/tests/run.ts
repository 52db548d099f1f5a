import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
// Clients measure how long their files take by the timers that were there when they were imported: real ones.
import '@geoclients/cas-client'
import '@geoclients/features-client'
import '@geoclients/ogc-client'
import { asPrinted } from './printed.ts'
import { serveExamples } from './services.ts'

const longest = 86_400
const { setTimeout: realTimeout } = globalThis

/** A short wait in real time. */
function turn(): Promise<void> {
  return new Promise((resolve) => realTimeout(resolve, 1))
}

/**
 * Runs a program in virtual time, with its own home folder, where it can reach only the mocks. Returns what it printed. Rejects
 * with what it throws, and if it has not ended after a day.
 */
export async function runProgram(path: string): Promise<string[]> {
  const home = await homeWithSettings()
  const printed: string[] = []
  const fetch = serveExamples()
  vi.resetModules()
  vi.useFakeTimers()
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('localStorage', {})
  vi.stubEnv('HOME', home)
  vi.spyOn(console, 'log').mockImplementation((...values) => void printed.push(asPrinted(values)))
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  try {
    let ended = false
    const running = import(path).finally(() => {
      ended = true
    })
    running.catch(() => {})
    for (let second = 0; !ended; ) {
      // While modules are loading, virtual time must not pass.
      if (vi.getTimerCount() === 0) await turn()
      else if (second++ > longest) throw new Error('It has not ended after a day.')
      await vi.advanceTimersByTimeAsync(1000)
    }
    await running
    return printed
  } finally {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    await rm(home, { recursive: true, force: true })
  }
}

/** The settings files. */
async function homeWithSettings(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'examples-'))
  const files = {
    '.eozilla/config': 'api_url: https://example.com/ogc\n',
    '.eozilla/config.staging': 'api_url: https://staging.example.com/ogc\n',
    '.cas/config': 'base_url: https://example.com/cas\n'
  }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(home, file, '..'), { recursive: true })
    await writeFile(join(home, file), text, { mode: 0o600 })
  }
  return home
}
