import { createHash } from 'node:crypto'

/** An example that a page can run. */
export interface RunnableExample {
  /** Of its code: a page finds its examples by what they say. */
  readonly id: string
  /** Where it stands: `docs/jobs.md`. */
  readonly file: string
  /** The whole program, with what it takes for granted imported from `./given`. */
  readonly code: string
  /** What `./given` is: a file of docs/tests/preludes. */
  readonly given: string
}

export const idOf = (code: string): string => createHash('sha256').update(code.trim()).digest('hex').slice(0, 10)
