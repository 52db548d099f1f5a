import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCampaign, violationsOf } from './campaign.ts'
import { runScenario } from './client/run-scenario.ts'
import type { PlannedFault } from './fault.ts'
import type { Action, Scenario } from './scenario.ts'
import { type Control, serveControl } from './server/control.ts'

let control: Control
beforeAll(async () => {
  control = await serveControl()
})
afterAll(() => control.close())

const action = (call: Action['call'], more: Partial<Action> = {}): Action => ({
  ...{ call, duration: 0, size: 10, mode: 'async', fails: false, byReference: false },
  ...{ abortAfter: undefined, leaveAfter: undefined },
  ...more
})

const mild = (actions: readonly Action[], faults: readonly PlannedFault[] = []): Scenario => ({
  ...{ isMild: true, signIn: 'bearer', actions, faults, closeAfter: undefined }
})

test('calls that succeed break no promise', async () => {
  const calls = ['describe', 'run', 'watch jobs', 'stream output', 'enrich', 'catalogue'] as const
  const verdict = await runScenario(control.url, mild(calls.map((call) => action(call))))
  expect(verdict).toMatchObject({ violations: [], calls: 6, succeeded: 6, faults: [] })
})

test('a cut answer is made up for; the world tells that it was cut', async () => {
  const faults = [{ operation: 'results', nth: 0, fault: 'cut-in-body' }] as const
  const verdict = await runScenario(control.url, mild([action('run')], faults))
  expect(verdict).toMatchObject({ violations: [], succeeded: 1, faults: ['results 0: cut-in-body'] })
})

test.each([
  ['not-found', /^path map: the description by the path map: undefined/],
  ['corrupt-json', /^path map: must succeed in a mild world: malformed-body/]
] as const)('a promise that cannot be kept is found: %s', async (fault, violation) => {
  const { violations } = await runScenario(
    control.url,
    mild([action('path map')], [{ operation: 'process', nth: 0, fault }])
  )
  expect(violations).toEqual([expect.stringMatching(violation)])
})

test('an error that is expected of a harsh world is none', async () => {
  const faults = [{ operation: 'process', nth: 0, fault: 'html-200' }] as const
  const verdict = await runScenario(control.url, { ...mild([action('path map')], faults), isMild: false })
  expect(verdict).toMatchObject({ violations: [], succeeded: 0 })
})

test('a campaign counts, and tells what nobody could handle', async () => {
  const report = await runCampaign(
    { controlUrl: control.url, seed: 1, runs: 4, lanes: 2 },
    ['Error: x'],
    () => undefined
  )
  expect(report).toMatchObject({ scenarios: 4, findings: [], unhandled: ['Error: x'] })
  expect(violationsOf(report)).toEqual(['nobody could handle: Error: x'])
  expect(violationsOf({ ...report, unhandled: [], memory: [0, 2 ** 26] })).toEqual(['the heap grew by 64 MiB'])
})
