import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { corsHint, networkError } from './network-error.ts'

function message(fault: unknown, from: string): string {
  const error = networkError(fault, { method: 'GET', url: from }, makeError)
  expect(error).toMatchObject({ code: 'network', cause: fault, method: 'GET' })
  return error.message
}

test('what the platform itself says of a port that it never opens', async () => {
  const blocked = 'http://127.0.0.1:1/'
  const fault = await fetch(blocked).catch((error: unknown) => error)
  expect(message(fault, blocked)).toBe(`GET ${blocked} failed: bad port`)
})

test('what the platform itself says of a port that was just closed', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  await new Promise((resolve) => server.close(resolve))
  const closed = `http://127.0.0.1:${port}/`
  const fault = await fetch(closed).catch((error: unknown) => error)
  expect(message(fault, closed)).toBe(`GET ${closed} failed: connection refused (ECONNREFUSED)`)
})

test('without a page nothing is blamed on CORS', () => {
  expect(corsHint(new TypeError('Failed to fetch'), 'https://api.example/jobs')).toBe('')
})
