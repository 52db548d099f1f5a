import { readFile, writeFile } from 'node:fs/promises'
import { withTranscripts } from './transcript.ts'

/** `npm run docs:cli`: writes into docs/cli.md what its commands print. */
const path = new URL('../../../../docs/cli.md', import.meta.url)
await writeFile(path, await withTranscripts(await readFile(path, 'utf8')))
