import { parseArgs } from 'node:util'
import { serve } from '@geoclients/mock-core/node'
import { createOgcMock } from '../ogc-mock.ts'

const HELP = `Serves a mock of OGC API - Processes until it is interrupted.

  --port N      default 8008; 0 takes any free port
  --host NAME   default 127.0.0.1
  --latency MS  milliseconds before each answer, default 0
  --help`

function readCount(name: string, text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text)) throw new TypeError(`--${name} takes a whole number, not '${text}'.`)
  return value
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8008' },
      host: { type: 'string', default: '127.0.0.1' },
      latency: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) return console.log(HELP)
  const port = readCount('port', values.port)
  const mock = createOgcMock({ latency: readCount('latency', values.latency) })
  const server = await serve(mock, { port, host: values.host })
  console.log(server.url)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
