import { isCasError } from '@geoclients/cas-client'
import { isOgcError } from '@geoclients/ogc-client'
import type { CountedSignal } from '../../../packages/client-core/src/testing/counted-signal.ts'
import { pass, type ScaledClock, scaledClock } from '../scaled-clock.ts'
import type { Action, Scenario } from '../scenario.ts'
import type { WorldAddress } from '../server/control.ts'
import type { WorldRecord } from '../server/world.ts'
import { casActions } from './cas-actions.ts'
import { ogcActions, type Play, type Task } from './ogc-actions.ts'
import { textsOf } from './secrets.ts'
import { type Clients, callerSignal, createClients } from './user.ts'
import { Violation } from './violation.ts'

/** The verdict on one scenario. */
export interface Verdict {
  readonly violations: readonly string[]
  readonly requests: number
  readonly faults: readonly string[]
  readonly calls: number
  /** Number of calls that succeeded, without those that were left or aborted. */
  readonly succeeded: number
}

/** How many times faster than real time a scenario runs. */
const speed = 20
/** If timers are this late, in real milliseconds, the machine is too busy to require success. */
const tooLate = 200
/** Real milliseconds within which every action must end: 20 minutes of the scenario. */
const bound = 60_000
const codes =
  /^(network|timeout|aborted|closed|http-status|media-type|malformed-body|body-too-large|blocked-origin)$|^(job-failed|job-dismissed|wait-timeout|geometry-failed|no-such-output)$/

const plays: Readonly<Record<Action['call'], Play>> = { ...ogcActions, ...casActions }

/** Plays a scenario against a world of its own; rejects only if the campaign itself is broken. */
export async function runScenario(controlUrl: string, scenario: Scenario): Promise<Verdict> {
  const era = { start: Date.now(), speed }
  const { id, url } = (await control(`${controlUrl}/worlds`, 'POST', { scenario, era })) as WorldAddress
  const clock = scaledClock(era)
  const callers = scaledClock(era)
  const stopHeart = heartbeat(callers)
  const clients = createClients(scenario, url, clock)
  const errors: unknown[] = []
  const violations: string[] = []
  let succeeded = 0

  const close = (): void => {
    clients.ogc.close()
    clients.cas.close()
  }
  if (scenario.closeAfter !== undefined) void pass(callers, scenario.closeAfter).then(close)

  const signals = scenario.actions.map(({ abortAfter }) => callerSignal(callers, abortAfter))
  await Promise.all(
    scenario.actions.map(async (action, index) => {
      const outcome = await play(taskOf(scenario, clients, action, index, signals, errors))
      if (outcome === 'succeeded') succeeded += 1
      else if (outcome instanceof Violation) violations.push(`${action.call}: ${outcome.message}`)
      else if (outcome === 'late') violations.push(`${action.call}: nothing within ${bound / 1_000} s`)
      else {
        errors.push(outcome)
        const isBusy = clock.lateness > tooLate || callers.lateness > tooLate
        violations.push(...judge(outcome, action, scenario, isBusy).map((line) => `${action.call}: ${line}`))
      }
    })
  )
  close()
  stopHeart()
  violations.push(...(await leftovers(clock, signals)))
  const record = (await control(`${controlUrl}/worlds/${id}`, 'DELETE')) as WorldRecord
  violations.push(...judgeRecord(record), ...betrayals(clients, errors, record))
  const { requests, faults } = record
  return { violations, requests, faults, calls: scenario.actions.length, succeeded }
}

function taskOf(
  scenario: Scenario,
  clients: Clients,
  action: Action,
  index: number,
  signals: readonly CountedSignal[],
  errors: unknown[]
): Task {
  const signal = signals[index]?.signal ?? new AbortController().signal
  const isOneServer = !scenario.faults.some(({ fault }) => fault === 'comes-back-empty')
  const sawError = (error: unknown): void => {
    errors.push(error)
    if (!isCasError(error)) throw new Violation(`a row has an error that is not ours: ${error}`)
  }
  return { ...clients, action, signal, key: `k${index}`, isOneServer, isMild: scenario.isMild, sawError }
}

async function play(task: Task): Promise<unknown> {
  let timer: unknown
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), bound)
  })
  const done = plays[task.action.call](task).then(
    () => 'succeeded',
    (error: unknown) => error
  )
  return Promise.race([done, late]).finally(() => clearTimeout(timer as number))
}

/** After these, a job may be said to have failed: the answer says so, or a restarted server gave the id to a job that fails. */
const mayFail: ReadonlySet<string> = new Set(['echoed-secret', 'not-found', 'comes-back-empty'])

/** The violations in the error of an action. */
function judge(error: unknown, action: Action, { isMild, closeAfter, faults }: Scenario, isBusy: boolean): string[] {
  if (!isOgcError(error) && !isCasError(error)) return [`no error of ours: ${describe(error)}`]
  if (!codes.test(error.code)) return [`${error.code} is no answer to a fault: ${error.message}`]
  if (error.code === 'aborted' && action.abortAfter === undefined) return [`aborted by nobody: ${error.message}`]
  if (error.code === 'closed' && closeAfter === undefined) return [`closed by nobody: ${error.message}`]
  if (error.code === 'job-failed' && !action.fails && !faults.some(({ fault }) => mayFail.has(fault)))
    return [`job-failed, but the job does not fail: ${error.message}`]
  if (!isMild || action.abortAfter !== undefined || action.fails) return []
  // A stream is not repeated once the caller has it.
  if (action.call === 'stream output' && error.code === 'network') return []
  // On a busy machine, there may be no time for another attempt.
  if (isBusy) return []
  return [`must succeed in a mild world: ${error.code}: ${error.message}`]
}

const describe = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}: ${error.message} ${error.stack?.split('\n').slice(1, 4).join(' ')}`
    : String(error)

/** A regular timer, which detects that the machine was blocked. */
function heartbeat(clock: ScaledClock): () => void {
  let timer: unknown
  const beat = (): void => {
    timer = clock.setTimeout(beat, 1_000)
  }
  beat()
  return () => clock.clearTimeout(timer)
}

/** Timers and listeners that outlived the clients. */
async function leftovers(clock: ScaledClock, signals: readonly CountedSignal[]): Promise<string[]> {
  const left = (): number => clock.pending + signals.reduce((sum, signal) => sum + signal.left(), 0)
  for (let round = 0; left() > 0 && round < 100; round++) await new Promise((resolve) => setTimeout(resolve, 10))
  if (left() === 0) return []
  return [`${clock.pending} timers and ${left() - clock.pending} listeners are left`]
}

/** Faults before the response head, after which a browser repeats a request on a reused connection by itself. */
const headless = /^execute \d+: (?:reset-unhandled|reset-handled|reset-in-head|half-close)$/

function judgeRecord({ executed, open, faults }: WorldRecord): string[] {
  const isBrowser = 'document' in globalThis
  const resent = isBrowser ? faults.filter((line) => headless.test(line)).length : 0
  return [
    ...Object.entries(executed).flatMap(([key, times]) =>
      times > 1 + resent ? [`${key} was executed ${times} times`] : []
    ),
    ...(open > 0 ? [`${open} exchanges are still open`] : []),
    ...faults.filter((line) => line.startsWith('the world failed'))
  ]
}

/** The places where a secret appears. */
function betrayals(
  { credentials, warnings }: Clients,
  errors: readonly unknown[],
  { seenByStranger }: WorldRecord
): string[] {
  const places = {
    'an error': errors.flatMap((error) => textsOf(error)),
    'a warning': warnings,
    'another origin': seenByStranger
  }
  return Object.entries(places).flatMap(([place, texts]) => {
    const told = texts.find((text) => credentials.forms.some((form) => text.includes(form)))
    return told === undefined ? [] : [`${place} was told the secret: ${told.slice(0, 300)}`]
  })
}

async function control(url: string, method: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) })
  if (!response.ok) throw new Error(`the campaign's own server failed: ${await response.text()}`)
  return response.json()
}
