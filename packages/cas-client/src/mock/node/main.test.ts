import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

function start(...args: string[]): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [main, ...args])
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  return { child, output: () => output.trim() }
}

test.each(['SIGINT', 'SIGTERM'] as const)('serves until %s, as the flags say', async (signal) => {
  const { child, output } = start(
    ...['--port', '0', '--latency', '1', '--api-key', 'one', '--api-key', 'two', '--rate', '1']
  )
  try {
    await expect.poll(output, { timeout: 10_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const statuses: number[] = []
    for (const key of ['one', 'one', 'two', 'three']) {
      const response = await fetch(`${output()}/api/v1/providers`, { headers: { 'X-API-Key': key } })
      statuses.push(response.status)
    }
    expect(statuses).toEqual([200, 429, 200, 401])
  } finally {
    child.kill(signal)
  }
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('without flags of its own everybody may pass', async () => {
  const { child, output } = start('--port', '0', '--host', 'localhost')
  try {
    await expect.poll(output, { timeout: 10_000 }).toMatch(/^http:/)
    for (let count = 0; count < 3; count += 1) {
      expect((await fetch(`${output()}/api/v1/providers`)).status).toBe(200)
    }
  } finally {
    child.kill()
  }
  await once(child, 'exit')
})

test('explains itself', async () => {
  const { child, output } = start('--help')
  expect(await once(child, 'close')).toEqual([0, null])
  expect(output()).toMatch(/--port N +default 8000;.*--latency MS.*--api-key KEY.*--rate N/s)
})

test.each([
  [['--port', 'x'], "--port takes a whole number, not 'x'."],
  [['--rate', '-1'], '--rate'],
  [['--nonsense'], '--nonsense']
])('refuses %j', async (args, message) => {
  const { child, output } = start(...args)
  expect(await once(child, 'close')).toEqual([1, null])
  expect(output()).toContain(message)
})
