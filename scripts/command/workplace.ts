import { fileURLToPath } from 'node:url'
import { type Api, apis } from '../contract/apis.ts'
import { Failure } from './failure.ts'

/** The folder and output of a command. Tests replace it. */
export interface Workplace {
  /** Root of the repository; the paths of the table are relative to it. */
  readonly root: string
  readonly apis: readonly Api[]
  readonly print: (line: string) => void
  /** Reports the steps of a long command. Default: nothing. */
  readonly progress?: (step: string) => void
}

export const here: Workplace = {
  root: fileURLToPath(new URL('../..', import.meta.url)),
  apis,
  print: console.log,
  progress: console.error
}

/** Runs a command. An error that the user can fix is printed, with exit code 1. Any other error is a bug and is thrown. */
export async function exitCode({ print }: Workplace, command: () => Promise<number>): Promise<number> {
  try {
    return await command()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    print(error.message)
    return 1
  }
}
