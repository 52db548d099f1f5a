import * as fc from 'fast-check'
import { runScenario, type Verdict } from './client/run-scenario.ts'
import { type Scenario, scenarios } from './scenario.ts'

/** What to run: plain data, for any runtime. */
export interface CampaignPlan {
  readonly controlUrl: string
  readonly seed: number
  readonly runs: number
  /** Scenarios at once. */
  readonly lanes: number
  /** The path of one scenario, to replay it. */
  readonly path?: string | undefined
}

/** A scenario that broke a promise, as small as it could be made. */
export interface Finding {
  readonly seed: number
  readonly path: string
  readonly violations: readonly string[]
  readonly scenario: Scenario
}

export interface CampaignReport {
  readonly scenarios: number
  readonly calls: number
  readonly succeeded: number
  readonly requests: number
  readonly faults: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
  /** Errors that nobody could have handled, other than those of the platform. */
  readonly unhandled: readonly string[]
  /** Crashes of the platform's own fetch. */
  readonly platform: readonly string[]
  /** Bytes of the heap, after a collection, when a quarter of the scenarios was done and at the end; where it can be told. */
  readonly memory: readonly [atFirst: number, atLast: number] | undefined
}

/** Node's fetch throws where nobody can catch it if a connection ends while the reader of its body pauses: undici 5360. */
const isPlatforms = (text: string): boolean => /Parser\.finish .*undici/s.test(text)

/** How much more of the heap may be in use at the end than after the first quarter. */
const growth = 32 * 1024 * 1024

/** How long a finding may be made smaller, in real milliseconds. */
const shrinkTime = 60_000

/** Plays many scenarios, several at once. Each lane has a seed of its own, and stops at its first finding, which it shrinks. */
export async function runCampaign(
  plan: CampaignPlan,
  unhandled: readonly string[],
  memory: () => number | undefined
): Promise<CampaignReport> {
  const total = { scenarios: 0, calls: 0, succeeded: 0, requests: 0, faults: {} as Record<string, number> }
  const findings: Finding[] = []
  let atFirst: number | undefined

  const count = ({ calls, succeeded, requests, faults }: Verdict): void => {
    total.scenarios += 1
    total.calls += calls
    total.succeeded += succeeded
    total.requests += requests
    for (const line of faults) {
      const name = line.replace(/^.*: /, '')
      total.faults[name] = (total.faults[name] ?? 0) + 1
    }
    if (total.scenarios === Math.ceil(plan.runs / 4)) atFirst = memory()
  }

  async function lane(seed: number, runs: number): Promise<void> {
    const told = new Map<string, readonly string[]>()
    let shrinksUntil = Number.POSITIVE_INFINITY
    const property = fc.asyncProperty(scenarios, async (scenario) => {
      if (Date.now() > shrinksUntil) return true
      const verdict = await runScenario(plan.controlUrl, scenario)
      count(verdict)
      if (verdict.violations.length === 0) return true
      told.set(JSON.stringify(scenario), verdict.violations)
      shrinksUntil = Math.min(shrinksUntil, Date.now() + shrinkTime)
      return false
    })
    const replay = plan.path === undefined ? {} : { path: plan.path }
    const details = await fc.check(property, { seed, numRuns: runs, ...replay })
    if (!details.failed || !details.counterexample) return
    const [scenario] = details.counterexample
    const violations = told.get(JSON.stringify(scenario)) ?? [String(details.errorInstance)]
    findings.push({ seed, path: details.counterexamplePath ?? '', violations, scenario })
  }

  const lanes = Math.min(plan.lanes, plan.runs)
  const share = (index: number): number => Math.floor(plan.runs / lanes) + (index < plan.runs % lanes ? 1 : 0)
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(plan.seed + index, share(index))))
  const atLast = memory()
  return {
    ...total,
    findings,
    unhandled: unhandled.filter((text) => !isPlatforms(text)),
    platform: unhandled.filter(isPlatforms),
    memory: atFirst === undefined || atLast === undefined || plan.runs < 100 ? undefined : [atFirst, atLast]
  }
}

/** What a campaign found that should not be, a line each. */
export function violationsOf({ findings, unhandled, memory }: CampaignReport): string[] {
  const [atFirst, atLast] = memory ?? [0, 0]
  const grown = atLast - atFirst
  return [
    ...findings.flatMap(({ seed, path, violations, scenario }) =>
      violations.map((line) => `${line}\n    ${JSON.stringify(scenario)}\n    --seed ${seed} --path "${path}"`)
    ),
    ...unhandled.map((text) => `nobody could handle: ${text}`),
    ...(grown > growth ? [`the heap grew by ${Math.round(grown / 1024 / 1024)} MiB`] : [])
  ]
}
