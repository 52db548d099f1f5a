import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readAddress } from '../src/servers/address.ts'
import { serveExplorer } from './serve.ts'

const usage = 'Usage: npm run explorer -- [--ogc URL] [--cas URL] [--port NUMBER]'

function fail(message: string): never {
  console.error(`${message}\n${usage}`)
  process.exit(2)
}

const options = { ogc: { type: 'string' }, cas: { type: 'string' }, port: { type: 'string' } } as const

function readArguments(): { ogc?: string | undefined; cas?: string | undefined; port?: string | undefined } {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    return fail((error as Error).message)
  }
}

function checked(name: string, text: string | undefined): string | undefined {
  const read = text === undefined ? undefined : readAddress(text)
  if (read && 'fault' in read)
    fail(`--${name} must be an address such as https://example.com/${name}, without a password or a query`)
  return read?.address
}

const { ogc, cas, port = '0' } = readArguments()
if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) fail(`--port must be a number from 0 to 65535, not ${port}`)
const folder = join(import.meta.dirname, '..', 'dist')
if (!existsSync(folder)) fail('The page is not built: npm run build --workspace apps/explorer')

const addresses = { ogc: checked('ogc', ogc), cas: checked('cas', cas) }
const explorer = await serveExplorer({ folder, ...addresses, port: Number(port) }).catch((error: Error) =>
  fail(error.message)
)
console.log(explorer.url)
console.error('The explorer runs until Ctrl-C.')
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void explorer.close())
