import { fileURLToPath } from 'node:url'
import { Failure } from './failure.ts'
import { redocly } from './redocly.ts'

const rules = fileURLToPath(new URL('../redocly.yaml', import.meta.url))

/**
 * Lints the text of a contract by the rules of the repository; the contract need not be on disk yet. Throws a
 * {@link Failure} that shows the problems.
 */
export async function lint(contract: string, text: string): Promise<void> {
  const args = ['lint', contract, '--config', rules, '--format', 'codeframe']
  try {
    await redocly(args, new Map([[contract, text]]), async () => undefined)
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Failure(`${contract} does not pass redocly lint\n${stdout}${stderr}`.trimEnd(), { cause: error })
  }
}
