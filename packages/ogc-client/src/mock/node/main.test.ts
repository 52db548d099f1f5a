import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

function start(...args: string[]): { child: ChildProcess; output: () => string } {
  // The flag proves that inputs are validated without making code from text, as workers and strict pages demand.
  const child = spawn(process.execPath, ['--disallow-code-generation-from-strings', main, ...args])
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk) => {
    output += chunk
  })
  return { child, output: () => output.trim() }
}

test.each(['SIGINT', 'SIGTERM'] as const)('serves until %s', async (signal) => {
  const { child, output } = start('--port', '0', '--latency', '1')
  try {
    await expect.poll(output, { timeout: 10_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const response = await fetch(`${output()}/processes/primes_between/execution`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ inputs: { min_val: 'x' } })
    })
    expect(response.status).toBe(400)
    expect((await response.json()).detail).toContain("Input 'min_val'")
  } finally {
    child.kill(signal)
  }
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('speaks the dialect of another server', async () => {
  const { child, output } = start('--port', '0', '--dialect', 'wraptile')
  try {
    await expect.poll(output, { timeout: 10_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await (await fetch(`${output()}/nope`)).json()).toEqual({ detail: 'Not Found' })
  } finally {
    child.kill()
  }
  await once(child, 'exit')
})

test('explains itself', async () => {
  const { child, output } = start('--help')
  expect(await once(child, 'close')).toEqual([0, null])
  expect(output()).toContain('--port N')
})

test.each([
  [['--port', 'x'], "--port takes a whole number, not 'x'."],
  [['--nonsense'], '--nonsense'],
  [['--dialect', 'klingon'], 'dialect is "klingon", expected one of strict, 2.0, wraptile']
])('refuses %j', async (args, message) => {
  const { child, output } = start(...args)
  expect(await once(child, 'close')).toEqual([1, null])
  expect(output()).toContain(message)
})
