import { essence, type Handle } from '@geoclients/mock-core'
import { linkMembers } from '../../schema/validate/read-value.ts'
import type { JsonValue } from '../../types/json.ts'
import { encodeBase64 } from '../../utils/base64.ts'
import { isJsonObject } from '../answers/json-answer.ts'
import { badRequest } from '../answers/problems.ts'
import type { Reach } from '../jobs/callbacks.ts'
import { isOnThisMachine } from '../this-machine.ts'

/** For all links of one execution together. */
const maxBytes = 16 * 1024 * 1024
/** Real milliseconds, for all links of one execution together. */
const timeout = 10_000
const maxRedirects = 5

/** How inputs by reference are fetched. */
export interface ReferenceOptions {
  readonly fetch: typeof globalThis.fetch
  readonly reach: Reach
  /** The mock itself, for links to its own results. */
  readonly own: Handle
}

/** Replaces each http(s) link in the inputs with a `data:` URL. */
export type ResolveReferences = (inputs: JsonValue | undefined, request: Request) => Promise<JsonValue | undefined>

/**
 * Fetches inputs by reference (`/req/core/process-execute-inputs`, part B), one after the other, with limits on size and time.
 * The targets of redirects are checked like links.
 *
 * @throws Problem 400 that names the input, its link and the fault
 */
export function createReferences({ fetch, reach, own }: ReferenceOptions): ResolveReferences {
  return async (inputs, request) => {
    if (!isJsonObject(inputs)) return inputs
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeout)])
    let left = maxBytes

    async function resolve(id: string, value: JsonValue): Promise<JsonValue> {
      const href = hrefOf(value)
      if (href === undefined) return value
      const fail = (problem: string): Error => badRequest(`Input '${id}': The link leads to '${href}', ${problem}`)
      const response = await follow(href, fail)
      if (!response.ok) throw fail(`which returned ${response.status}.`)
      const bytes = await readUpTo(response, left).catch((error) => {
        if (error instanceof RangeError) throw fail(`and all links together to more than ${maxBytes} bytes.`)
        throw fail(`which could not be read to its end within ${timeout} ms.`)
      })
      left -= bytes.length
      const mediaType = essence(response.headers.get('Content-Type') ?? '')
      return { ...(value as object), href: `data:${mediaType};base64,${encodeBase64(bytes)}` }
    }

    async function follow(href: string, fail: (problem: string) => Error): Promise<Response> {
      let url = new URL(href)
      for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
        const response = await ask(url, fail)
        const location = response.headers.get('Location')
        if (response.status < 300 || response.status > 399 || location === null) return response
        await response.body?.cancel()
        const next = URL.parse(location, url)
        if (next === null || !isHttp(next)) throw fail('which redirects to a URL that is not http.')
        url = next
      }
      throw fail(`which redirects more than ${maxRedirects} times.`)
    }

    async function ask(url: URL, fail: (problem: string) => Error): Promise<Response> {
      const accept = { headers: { Accept: '*/*' }, signal }
      if (url.origin === new URL(request.url).origin) return own(new Request(url, accept))
      const origin = request.headers.get('Origin')
      if (reach === 'loopback' && origin !== null && !isOnThisMachine(origin)) {
        throw fail(`which a page of ${origin} may not make the mock fetch (reach: 'loopback').`)
      }
      if (reach === 'loopback' && !isOnThisMachine(url.href)) {
        throw fail(`and the mock fetches from this machine only (reach: 'loopback'), not from ${url.origin}.`)
      }
      return fetch(url.href, { ...accept, redirect: 'manual' }).catch(() => {
        throw fail(`which could not be fetched within ${timeout} ms.`)
      })
    }

    const resolved: Record<string, JsonValue> = Object.create(null)
    for (const [id, value] of Object.entries(inputs)) {
      if (!Array.isArray(value)) resolved[id] = await resolve(id, value)
      else {
        const items: JsonValue[] = []
        for (const item of value) items.push(await resolve(id, item))
        resolved[id] = items
      }
    }
    return resolved
  }
}

const isHttp = ({ protocol }: URL): boolean => protocol === 'http:' || protocol === 'https:'

/** The URL of an http(s) link. Other links are handled when values are read. */
function hrefOf(value: JsonValue): string | undefined {
  if (!isJsonObject(value) || typeof value.href !== 'string') return undefined
  if (Object.keys(value).some((key) => !linkMembers.includes(key))) return undefined
  const url = URL.parse(value.href)
  return url && isHttp(url) ? value.href : undefined
}

/** @throws RangeError if there are more bytes */
async function readUpTo(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    chunks.push(part.value)
    length += part.value.length
    if (length > most) {
      await reader?.cancel()
      throw new RangeError(`more than ${most} bytes`)
    }
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer())
}
