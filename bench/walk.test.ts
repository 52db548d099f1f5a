import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

test('CONTRIBUTING.md names the files of a run as they are entered', async () => {
  const answer = await run(process.execPath, [join(import.meta.dirname, 'walk.ts'), '--check']).catch((error) => error)
  expect(answer).toMatchObject({ stdout: 'CONTRIBUTING.md is up to date\n' })
})
