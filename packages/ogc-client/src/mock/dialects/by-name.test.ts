import { expect, test } from 'vitest'
import { createOgcMock } from '../ogc-mock.ts'
import { createTestKit } from '../test-kit.ts'
import type { DialectName } from './by-name.ts'

test('a mock speaks the standard where it is not told otherwise', async () => {
  const answers = await Promise.all(
    [{}, { dialect: undefined }, { dialect: 'strict' as const }].map(async (options) => {
      const { mock, ask } = createTestKit(options)
      expect(mock.requests).toEqual([])
      return (await ask('/jobs/nope')).json()
    })
  )
  expect(answers[0]).toMatchObject({ type: expect.stringMatching(/no-such-job$/), status: 404 })
  expect(answers).toEqual([answers[0], answers[0], answers[0]])
})

test('a dialect that nobody speaks is refused', () => {
  expect(() => createOgcMock({ dialect: 'klingon' as DialectName })).toThrow(
    'dialect is "klingon", expected one of strict'
  )
})
