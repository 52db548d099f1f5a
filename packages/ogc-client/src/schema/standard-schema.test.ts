import { sValidator } from '@hono/standard-validator'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { ProcessDescription } from '../generated/types.ts'
import { inputsStandardSchema } from './standard-schema.ts'

const description: ProcessDescription = {
  id: 'p',
  version: '1',
  inputs: {
    size: { schema: { type: 'integer', minimum: 1 } },
    'a/b': { minOccurs: 0, schema: { type: 'array', items: { type: 'number' } } }
  }
}

/** A router that takes the inputs of a process, as one does in front of a server. */
const router = new Hono().post(
  '/',
  sValidator('json', inputsStandardSchema<{ size: number }>(description)),
  (context) => {
    const { size } = context.req.valid('json')
    return context.json({ size: size.toFixed(1) })
  }
)

async function post(inputs: unknown): Promise<[number, unknown]> {
  const headers = { 'Content-Type': 'application/json' }
  const response = await router.request('/', { method: 'POST', headers, body: JSON.stringify(inputs) })
  return [response.status, await response.json()]
}

test('a router that reads Standard Schema takes what fits, typed', async () => {
  expect(await post({ size: 2, 'a/b': [1] })).toEqual([200, { size: '2.0' }])
})

test('and answers with the issues, each with its path', async () => {
  expect(await post({ size: 0, 'a/b': [1, 'x'] })).toEqual([
    400,
    expect.objectContaining({
      success: false,
      error: [
        { message: 'must be at least 1, not 0', path: ['size'] },
        { message: 'must be a number, not "x"', path: ['a/b', '1'] }
      ]
    })
  ])
})
