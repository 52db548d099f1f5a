import { createHash } from 'node:crypto'

/** An example that a page can run. */
export interface RunnableExample {
  /** An id made from its code, because a page finds its examples by their code. */
  readonly id: string
  /** The page or source that contains it: `docs/jobs.md`. */
  readonly file: string
  /** The complete program. It imports the names that it uses and does not define from `./given`. */
  readonly code: string
  /** The prelude behind `./given`: a file of docs/tests/preludes. */
  readonly given: string
}

export const idOf = (code: string): string => createHash('sha256').update(code.trim()).digest('hex').slice(0, 10)
