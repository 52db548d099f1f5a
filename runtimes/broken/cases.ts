import type { Answer } from './answers.ts'
import { type Call, calls } from './calls.ts'
import type { Routes } from './fault-server.ts'
import { type Outcome, type Row, rows } from './table.ts'

export interface Case {
  /** Fit for a path. */
  readonly key: string
  readonly row: Row
  readonly call: Call
}

/** Every combination of a call and a broken response that the table defines. */
export const cases: readonly Case[] = rows.flatMap((row, i) =>
  calls.flatMap((call, j) => (call.expected(row) === undefined ? [] : [{ key: `${i}-${j}`, row, call }]))
)

export function routesOf({ row, call }: Case): Routes {
  const { answer } = row
  return call.routes((body): Answer => (typeof answer === 'function' ? answer(JSON.stringify(body)) : answer))
}

/** The expected outcome of a case on a runtime. */
export function expectedOn(runtime: string, { row, call }: Case): Outcome | undefined {
  const other = row.elsewhere?.find(({ runtimes }) => runtimes.includes(runtime))
  return call.expected({ ...row, ...other?.outcomes })
}
