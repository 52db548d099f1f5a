import { fileURLToPath } from 'node:url'
import { redocly } from './redocly.ts'

const rules = fileURLToPath(new URL('../../redocly.yaml', import.meta.url))

/**
 * Lints the text of a contract, which need not be on disk, with the rules of the repository. Throws a `Failure` with the
 * problems.
 */
export async function lint(contract: string, text: string): Promise<void> {
  const args = ['lint', contract, '--config', rules, '--format', 'codeframe']
  await redocly(args, new Map([[contract, text]]), `${contract} does not pass redocly lint`)
}
