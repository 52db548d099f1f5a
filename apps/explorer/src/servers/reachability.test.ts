import { ClientError } from '@geoclients/ogc-client'
import { afterEach, expect, test, vi } from 'vitest'
import { findReason } from './reachability.ts'

afterEach(() => vi.unstubAllGlobals())

/** Why a page at `https://pages.example` cannot read a server that answers. */
async function reasonFor(address: string): Promise<string | undefined> {
  vi.stubGlobal('location', new URL('https://pages.example/'))
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', () => Promise.resolve(new Response()))
  const error = new ClientError({ code: 'network', message: `GET ${address} failed` })
  return (await findReason(error, new AbortController().signal))?.kind
}

test.each([
  ['http://127.0.0.1:8080/ogc', 'cors'],
  ['http://[::1]:8080/ogc', 'cors'],
  ['https://example.com/ogc', 'cors'],
  ['http://example.com/ogc', 'mixed'],
  ['http://localhost.example.com/ogc', 'mixed'],
  ['http://127.example.com/ogc', 'mixed']
])('from a page with https, %s is told as: %s', async (address, kind) => expect(await reasonFor(address)).toBe(kind))
