import { createOgcMock } from '@geoclients/ogc-client/mock'
import { beforeEach, expect, test } from 'vitest'
import { answersOf } from './answers.ts'
import { type Call, contestants, type Name } from './contestants.ts'

let answers: Awaited<ReturnType<typeof answersOf>>
const sent: unknown[] = []
const baseUrl = 'http://canned.test'

const send: typeof globalThis.fetch = async (input, init) => {
  const request = new Request(input, init)
  const { method, url, headers } = request
  sent.push([method, url, headers.get('content-type'), await request.text()])
  const answer = answers.get(`${method} ${url.slice(baseUrl.length)}`)
  return answer ? new Response(Buffer.from(answer.body), answer) : new Response(null, { status: 404 })
}

beforeEach(async () => {
  answers = await answersOf(createOgcMock({ baseUrl }))
})

/** What a contestant sends and resolves with, once it is warm. */
async function trace(name: Name, call: Call): Promise<unknown> {
  const contestant = contestants[name](baseUrl, send)
  await contestant[call]()
  sent.length = 0
  return { value: await contestant[call](), sent: [...sent] }
}

const others: readonly Name[] = ['ogc-client', 'openapi-fetch', 'ky']
const calls: readonly Call[] = ['getJob', 'getJobs', 'runSync']

test.each(others.flatMap((name) => calls.map((call) => [name, call] as const)))(
  '%s sends for %s what bare fetch sends, and hears the same',
  async (name, call) => {
    expect(await trace(name, call)).toEqual(await trace('fetch', call))
  }
)

test.each<[Call, unknown]>([
  ['getJob', { jobID: 'job-1', status: 'successful' }],
  ['getJobs', { jobs: { length: 40 } }],
  ['runSync', [11, 13, 17, 19, 23, 29]]
])('bare fetch hears of %s what was to be measured', async (call, value) => {
  expect(await trace('fetch', call)).toMatchObject({ value, sent: { length: 1 } })
})
