import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withTranscripts } from './transcript.ts'

test('docs/cli.md shows what its commands print. Mend with: npm run docs:cli', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../../docs/cli.md'), 'utf8')
  expect(await withTranscripts(page)).toBe(page)
})
