import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Failure } from './failure.ts'

const cli = join(dirname(fileURLToPath(import.meta.resolve('@redocly/cli/package.json'))), 'bin/cli.js')
const rules = fileURLToPath(new URL('../redocly.yaml', import.meta.url))

/**
 * Lints the text of a contract by the rules of the repository; the contract need not be on disk yet. Throws a
 * {@link Failure} that shows the problems.
 */
export async function lint(contract: string, text: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lint-'))
  try {
    await mkdir(join(folder, dirname(contract)), { recursive: true })
    await writeFile(join(folder, contract), text)
    await promisify(execFile)(process.execPath, [cli, 'lint', contract, '--config', rules, '--format', 'codeframe'], {
      cwd: folder,
      env: {
        ...process.env,
        REDOCLY_TELEMETRY: 'off',
        REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
        NO_COLOR: '1',
        FORCE_COLOR: undefined // its mere presence turns colors on
      }
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Failure(`${contract} does not pass redocly lint\n${stdout}${stderr}`.trimEnd(), { cause: error })
  } finally {
    await rm(folder, { recursive: true })
  }
}
