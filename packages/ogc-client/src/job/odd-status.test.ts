import { expect, test } from 'vitest'
import { fakeJob, state } from '../testing/fake-job.ts'
import type { Answer } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

async function warningsOf(states: Parameters<typeof fakeJob>[0], waitTimeout: number): Promise<[string[], string]> {
  const warnings: string[] = []
  const fake = await fakeJob(states, {}, { onWarning: (message) => warnings.push(message) })
  const failed = rejection(fake.job.wait({ waitTimeout }))
  await fake.clock.advance(waitTimeout + 10_000)
  return [warnings, (await failed).message]
}

test('a status that nobody knows is told at once, and again where it does not change for minutes', async () => {
  const [warnings, message] = await warningsOf([state('zombie')], 600_000)
  expect(warnings).toEqual([
    'unknown job status "zombie" is treated as running',
    expect.stringMatching(
      /^the status of job "j" has been "zombie" for 2 minutes.*\. If the job has ended, the wait continues/
    )
  ])
  expect(message).toContain('last known status: zombie, which is unknown and counts as running')
  expect((await warningsOf([state('zombie')], 60_000))[0]).toHaveLength(1)
})

test('an unknown status whose progress goes on, and a known one, are not told again', async () => {
  let progress = 0
  const working: Answer = (call) => state('stage', { progress: progress++ })(call)
  expect((await warningsOf([working], 600_000))[0]).toHaveLength(1)
  expect((await warningsOf([state('running')], 600_000))[0]).toEqual([])
})
