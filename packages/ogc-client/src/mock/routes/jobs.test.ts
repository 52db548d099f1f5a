import { beforeEach, describe, expect, test } from 'vitest'
import { createTestKit, type TestKit } from '../test-kit.ts'

const ids = async (kit: TestKit, query: string): Promise<string[]> =>
  (await kit.jobs(query)).jobs.map(({ jobID }) => jobID)

describe('the list', () => {
  let kit: TestKit

  /** Ten seconds on: 1 successful after 0 s, 2 successful after 4 s, 3 failed after 2 s, 4 dismissed after 5 s, 5 running, 6 accepted. */
  beforeEach(async () => {
    kit = createTestKit({ queueTime: 1000 })
    await kit.submit('primes_between', {})
    await kit.submit('sleep_a_while', { inputs: { duration: 4 } })
    await kit.clock.advance(500)
    await kit.submit('sleep_a_while', { inputs: { duration: 4, fail: true } })
    await kit.submit('sleep_a_while', { inputs: { duration: 60 } })
    await kit.submit('sleep_a_while', { inputs: { duration: 60 } })
    await kit.clock.advance(6000)
    await kit.ask('/jobs/job-4', { method: 'DELETE' })
    await kit.clock.advance(3000)
    await kit.submit('primes_between', {})
    await kit.clock.advance(500)
  })

  test('has every job in the order of its making, and where it stands', async () => {
    const { jobs, links } = await kit.jobs()
    expect(jobs.map(({ jobID, status }) => [jobID, status])).toEqual([
      ['job-1', 'successful'],
      ['job-2', 'successful'],
      ['job-3', 'failed'],
      ['job-4', 'dismissed'],
      ['job-5', 'running'],
      ['job-6', 'accepted']
    ])
    expect(links).toEqual([{ rel: 'self', href: 'http://ogc.test/jobs', type: 'application/json' }])
  })

  test.each([
    ['?type=process', ['job-1', 'job-2', 'job-3', 'job-4', 'job-5', 'job-6']],
    ['?processID=primes_between', ['job-1', 'job-6']],
    ['?processID=primes_between&processID=sleep_a_while&status=failed', ['job-3']],
    ['?processID=none', []],
    ['?status=successful', ['job-1', 'job-2']],
    ['?status=running&status=accepted', ['job-5', 'job-6']],
    ['?status=dismissed', ['job-4']],
    ['?datetime=2026-01-01T00:00:00Z', ['job-1', 'job-2']],
    ['?datetime=2026-01-01T01:00:00.500%2B01:00', ['job-3', 'job-4', 'job-5']],
    ['?datetime=2026-01-01T00:00:00.001Z/2026-01-01T00:00:00.500Z', ['job-3', 'job-4', 'job-5']],
    ['?datetime=../2026-01-01T00:00:00Z', ['job-1', 'job-2']],
    ['?datetime=2026-01-01T00:00:01Z/..', ['job-6']],
    // A duration counts from the start of the run; job-6 has not started and is left out.
    ['?minDuration=4', ['job-2', 'job-4', 'job-5']],
    ['?maxDuration=2', ['job-1', 'job-3']],
    ['?minDuration=2&maxDuration=5', ['job-2', 'job-3', 'job-4']],
    ['?minDuration=0', ['job-1', 'job-2', 'job-3', 'job-4', 'job-5']],
    ['?minDuration=9', []],
    ['?minDuration=4&status=running', ['job-5']],
    ['?unknown=1&limit=1', ['job-1']]
  ])('%s', async (query, expected) => {
    expect(await ids(kit, query)).toEqual(expected)
  })

  test('pages by links keep the filter', async () => {
    const first = await kit.jobs('?processID=sleep_a_while&limit=2')
    expect(first.jobs.map(({ jobID }) => jobID)).toEqual(['job-2', 'job-3'])
    const next = first.links.find(({ rel }) => rel === 'next')?.href ?? ''
    const second = await (await kit.mock.fetch(next)).json()
    expect(second.jobs.map(({ jobID }: { jobID: string }) => jobID)).toEqual(['job-4', 'job-5'])
    expect(second.links.map(({ rel }: { rel: string }) => rel)).toEqual(['self', 'prev'])
  })

  test.each([
    ['?status=paused', "Parameter 'status' is 'paused'. Expected: accepted, running, successful, failed, dismissed."],
    ['?status=running,failed', "Parameter 'status' is 'running,failed'."],
    ['?type=provider', "Parameter 'type' is 'provider'. Expected: process."],
    ['?datetime=yesterday', "Parameter 'datetime' is 'yesterday'. Expected: an RFC 3339 date-time"],
    ['?minDuration=-1', "Parameter 'minDuration' is '-1'. Expected: an integer of at least 0."],
    ['?maxDuration=long', "Parameter 'maxDuration' is 'long'."],
    ['?limit=0', "Parameter 'limit' is '0'. Expected: an integer from 1 to 10000."]
  ])('%s is refused', async (query, detail) => {
    const response = await kit.ask(`/jobs${query}`)
    expect(response.status).toBe(400)
    expect((await response.json()).detail).toContain(detail)
  })
})
