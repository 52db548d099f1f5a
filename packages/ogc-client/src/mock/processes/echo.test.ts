import { expect, test } from 'vitest'
import { createTestKit } from '../test-kit.ts'

test.each(['strict', '2.0'] as const)(
  'what the test suite of the OGC sends comes back as one object (%s)',
  async (dialect) => {
    const { execute } = createTestKit({ dialect })
    const inputs = {
      text: 'teststring',
      object: { value: 'teststring' },
      numbers: [1, 2, 3],
      image: { value: 'SUkqAA==', encoding: 'base64', mediaType: 'image/tiff' }
    }
    const answer = await execute('echo', { inputs })
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/json'])
    expect(await answer.json()).toEqual({ ...inputs, object: 'teststring', image: 'SUkqAA==', pause: 0 })
  }
)

test('an object is given back as it is, and pause makes the run last', async () => {
  const { submit, job, clock } = createTestKit()
  const { jobID } = await submit('echo', { inputs: { text: '', object: { a: [1] }, pause: 5 } })
  expect((await job(jobID)).status).toBe('running')
  await clock.advance(5_000)
  expect((await job(jobID)).status).toBe('successful')
})
