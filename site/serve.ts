import { parseArgs } from 'node:util'
import { serveExplorer } from '../apps/explorer/serve/serve.ts'
import { siteFolder } from './build/folders.ts'

/* `npm run site` builds it; with `--serve` this shows it, on this machine only. */
const { values } = parseArgs({ options: { serve: { type: 'boolean' }, port: { type: 'string' } } })
if (values.serve) {
  const { url, close } = await serveExplorer({ folder: siteFolder, port: Number(values.port ?? 0) })
  console.log(url)
  console.error('The site is shown until Ctrl-C.')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
} else {
  console.log('The site is in site/dist. `npm run site -- --serve` shows it.')
}
