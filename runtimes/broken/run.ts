import { isCasError } from '@geoclients/cas-client'
import { isOgcError } from '@geoclients/ogc-client'
import { type Case, cases } from './cases.ts'
import type { Outcome } from './table.ts'

/** The outcome of each case by key. */
export type Outcomes = Readonly<Record<string, Outcome>>

/** Number of concurrent cases. */
const atOnce = 6
const patience = 30_000

/** Runs the cases with these keys against the fault server; `run` identifies the runtime. */
export async function runCases(serverUrl: string, run: string, keys: readonly string[]): Promise<Outcomes> {
  const wanted = new Set(keys)
  const left = cases.filter(({ key }) => wanted.has(key))
  const outcomes: Record<string, Outcome> = {}
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) outcomes[next.key] = await outcomeOf(next, serverUrl, run)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return outcomes
}

async function outcomeOf({ key, call }: Case, serverUrl: string, run: string): Promise<Outcome> {
  let timer: unknown
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve(`nothing within ${patience / 1_000} s`), patience)
  })
  const outcome = call.run(`${serverUrl}/${run}/${key}`).then(() => 'ok', describe)
  return Promise.race([outcome, late]).finally(() => clearTimeout(timer as number))
}

function describe(error: unknown): Outcome {
  if (isOgcError(error) || isCasError(error)) return error.code
  return error instanceof Error ? `no error of ours: ${error.name}: ${error.message}` : `no error of ours: ${error}`
}
