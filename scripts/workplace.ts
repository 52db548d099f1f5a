import { fileURLToPath } from 'node:url'
import { type Api, apis } from './apis.ts'
import { Failure } from './failure.ts'

/** Where a command works, so that a test can let it work elsewhere. */
export interface Workplace {
  /** Root of the repository; the paths of the table are relative to it. */
  readonly root: string
  readonly apis: readonly Api[]
  readonly print: (line: string) => void
  /** Takes what a long command is about to do; nothing by default. */
  readonly progress?: (step: string) => void
}

export const here: Workplace = {
  root: fileURLToPath(new URL('..', import.meta.url)),
  apis,
  print: console.log,
  progress: console.error
}

/** Runs a command. What the user can mend is printed and ends it with 1; any other error is a fault of ours and thrown. */
export async function exitCode({ print }: Workplace, command: () => Promise<number>): Promise<number> {
  try {
    return await command()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    print(error.message)
    return 1
  }
}
