import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readCount, serveFromCommandLine } from './command-line.ts'
import { type MockServer, type ServeOptions, serve } from './serve.ts'

const argv = process.argv
const servers: MockServer[] = []
const seen: { flags?: object; latency?: number; options?: ServeOptions } = {}

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(async () => {
  process.argv = argv
  process.exitCode = undefined
  vi.restoreAllMocks()
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function run(...args: string[]): Promise<void> {
  process.argv = ['node', 'main.ts', ...args]
  await serveFromCommandLine({
    title: 'Serves nothing.',
    port: 8123,
    flags: { word: { value: 'TEXT', help: 'what to answer' } },
    serve: async (flags, latency, options) => {
      Object.assign(seen, { flags: { ...flags }, latency, options })
      const server = await serve(async () => new Response(flags.word?.join()), { ...options, port: 0 })
      servers.push(server)
      return server
    }
  })
}

test('serves as the flags say, and prints where', async () => {
  await run('--port', '0', '--latency', '7', '--word', 'one', '--word', 'two')
  expect(seen).toMatchObject({ latency: 7, options: { port: 0 } })
  const [server] = servers
  expect(console.log).toHaveBeenCalledExactlyOnceWith(server?.url)
  expect(await (await fetch(server?.url ?? '')).text()).toBe('one,two')
})

test('takes its own port and no latency by default', async () => {
  await run()
  expect(seen).toMatchObject({ latency: 0, options: { port: 8123, host: undefined } })
  expect(seen.flags).not.toHaveProperty('word')
})

test('explains the flags of every mock and its own', async () => {
  await run('--help')
  expect(servers).toEqual([])
  expect(console.log).toHaveBeenCalledExactlyOnceWith(
    [
      'Serves nothing.',
      '',
      '  --port N      default 8123; 0 selects a free port',
      '  --host NAME   default 127.0.0.1',
      '  --latency MS  milliseconds before each answer, default 0',
      '  --word TEXT   what to answer',
      '  --help'
    ].join('\n')
  )
})

test.each([
  [['--port', '80x'], "--port takes a whole number, not '80x'."],
  [['--nonsense'], expect.stringContaining('--nonsense')],
  [['--host', '203.0.113.1'], expect.stringContaining('203.0.113.1')]
])('%j is reported, with exit code 1', async (args, message) => {
  await run(...args)
  expect(console.error).toHaveBeenCalledExactlyOnceWith(message)
  expect(process.exitCode).toBe(1)
})

test('a count is a whole number', () => {
  expect(readCount('rate', '60')).toBe(60)
  for (const text of ['', '-1', '1.5', '1e3', undefined]) expect(() => readCount('rate', text)).toThrow('--rate')
})
