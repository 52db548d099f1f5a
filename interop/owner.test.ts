import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { expectGone } from './fixtures/processes.ts'

const ends: [string, (owner: ChildProcess) => void][] = [
  ['exit', () => {}],
  ['crash', () => {}],
  ['SIGINT', (owner) => owner.kill('SIGINT')],
  ['SIGTERM', (owner) => owner.kill('SIGTERM')],
  ['SIGHUP', (owner) => owner.kill('SIGHUP')],
  ['SIGKILL', (owner) => owner.kill('SIGKILL')]
]

it.each(ends)('a server ends with the process that started it: %s', async (end, act) => {
  const owner = spawn(process.execPath, [join(import.meta.dirname, 'fixtures', 'owner.ts'), end], {
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const exited = once(owner, 'exit')
  const [line] = (await once(owner.stdout, 'data')) as [Buffer]
  const { pid, baseUrl } = JSON.parse(line.toString()) as { pid: number; baseUrl: string }
  act(owner)
  const [code, signal] = await exited
  expect(signal ?? code).toBe({ exit: 0, crash: 1 }[end] ?? end)
  await expectGone(pid, baseUrl)
})
