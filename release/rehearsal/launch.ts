import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { node, tool } from './tools.ts'

/** The command of a runtime: the executable and its arguments. */
export type Command = () => readonly [executable: string, ...args: string[]]

export const onNode = (major: '22' | '24' | '26'): Command => {
  return () => [node(major)]
}
export const onBun: Command = () => [tool('bun', 'bin', 'bun.exe')]
export const onDeno: Command = () => {
  const executable = tool('@deno', `${process.platform}-${process.arch}-glibc`, 'deno')
  return [executable, 'run', '--quiet', '--allow-net', '--allow-env', '--allow-read']
}

/** Starts a bundled worker on workerd, posts one JSON document to it, and returns the text of its response. */
export async function askWorker(path: string, request: object): Promise<string> {
  const { Miniflare } = await import(tool('miniflare', 'dist', 'src', 'index.js'))
  const worker = new Miniflare({
    ...{ modules: true, script: await readFile(path, 'utf8'), compatibilityDate: '2026-01-01' },
    // workerd logs every network failure, including intended ones.
    handleRuntimeStdio: (...streams: Readable[]) => streams.map((stream) => stream.resume())
  })
  try {
    const response = await worker.dispatchFetch('http://worker.test/', {
      method: 'POST',
      body: JSON.stringify(request)
    })
    const text: string = await response.text()
    if (!response.ok) throw new Error(`the worker failed: ${text}`)
    return text
  } finally {
    await worker.dispose()
  }
}
