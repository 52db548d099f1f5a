import * as fc from 'fast-check'
import { runScenario, type Verdict } from './client/run-scenario.ts'
import { type Scenario, scenarios } from './scenario.ts'

/** The plan of a campaign: plain data for any runtime. */
export interface CampaignPlan {
  readonly controlUrl: string
  readonly seed: number
  readonly runs: number
  /** Scenarios at once. */
  readonly lanes: number
  /** The path of one scenario, to replay it. */
  readonly path?: string | undefined
}

/** A scenario that broke a promise, reduced as far as possible. */
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
  /** Unhandled errors, except those of the platform. */
  readonly unhandled: readonly string[]
  /** Crashes of the platform's own fetch. */
  readonly platform: readonly string[]
  /** Heap bytes after a collection, after a quarter of the scenarios and at the end, if the runtime reports them. */
  readonly memory: readonly [atFirst: number, atLast: number] | undefined
}

/** Node's fetch throws an uncatchable error if a connection ends while the reader of the body pauses: undici 5360. */
const isPlatforms = (text: string): boolean => /Parser\.finish .*undici/s.test(text)

/** Allowed growth of the heap from the first quarter to the end. */
const growth = 32 * 1024 * 1024

/** Time limit for reducing a finding, in real milliseconds. */
const shrinkTime = 60_000

/** Plays many scenarios in parallel lanes. Each lane has its own seed. It stops at its first finding and reduces it. */
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

/** The violations of a campaign, one per line. */
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
