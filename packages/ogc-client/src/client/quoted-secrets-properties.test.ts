import { inspect } from 'node:util'
import { apiKey, basic, bearer } from '@geoclients/client-core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOgcError } from '../errors/ogc-error.ts'
import { type Answer, clientOf } from '../testing/fake-server.ts'
import type { OgcClient } from './ogc-client.ts'

/** Ways in which servers, frameworks, gateways and logs write a text into another one. */
const writers = {
  plain: (text: string) => text,
  url: encodeURIComponent,
  'small url': (text: string) => encodeURIComponent(text).replace(/%../g, (hex) => hex.toLowerCase()),
  form: (text: string) => new URLSearchParams({ k: text }).toString().slice(2),
  json: (text: string) => JSON.stringify(text).slice(1, -1),
  'json in ascii': (text: string) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[^\x20-\x7e]|[/+<>=]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'json with slashes': (text: string) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  markup: (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`),
  'markup by names': (text: string) =>
    text.replace(/[&<>"]/g, (char) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[char]};`)
} satisfies Record<string, (text: string) => string>
const names = Object.keys(writers) as (keyof typeof writers)[]

/** What a reader who wants to know could make of a text; all that follows from it within some steps. */
function readings(text: string): Set<string> {
  const known = new Set([text])
  for (let step = 0, news = [text]; step < 4 && news.length > 0; step++) {
    news = news
      .flatMap((one) => [
        one.replaceAll('+', ' '),
        one.replace(/(?:%[0-9a-f]{2})+/gi, (found) => {
          const bytes = found
            .slice(1)
            .split('%')
            .map((hex) => Number.parseInt(hex, 16))
          return new TextDecoder().decode(Uint8Array.from(bytes))
        }),
        one.replace(
          /\\(?:u([0-9a-f]{4})|([\\/"]))/gi,
          (_, hex, char) => char ?? String.fromCharCode(Number.parseInt(hex, 16))
        ),
        one.replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code, name: string) =>
          code ? String.fromCodePoint(Number(code)) : ({ amp: '&', lt: '<', gt: '>', quot: '"' }[name] ?? '')
        )
      ])
      .filter((one) => !known.has(one))
    for (const one of news) known.add(one)
  }
  return known
}

type Carrier = (secret: string) => Partial<ConstructorParameters<typeof OgcClient>[0]>

const carriers: Readonly<Record<string, Carrier>> = {
  bearer: (secret) => ({ auth: bearer(secret) }),
  basic: (secret) => ({ auth: basic({ userName: 'ann', password: secret }) }),
  header: (secret) => ({ auth: apiKey({ key: secret, header: 'X-Key' }) }),
  query: (secret) => ({ auth: apiKey({ key: secret, query: 'k' }) }),
  'named header': (secret) => ({ headers: { 'X-Api-Token': secret } })
}

/** Where an answer quotes what it was sent. */
const places: Readonly<Record<string, (quote: string) => Answer>> = {
  problem: (quote) =>
    answer(JSON.stringify({ title: 'no', detail: `key ${quote}.`, [quote]: [quote] }), 403, 'application/json'),
  'raw json': (quote) => answer(`{"detail":"key ${quote}."}`, 500, 'application/json'),
  page: (quote) => answer(`<html><title>no ${quote}</title><p>${quote}</p></html>`, 502, 'text/html'),
  'page as a success': (quote) => answer(`<html><title>log in ${quote}</title></html>`, 200, 'text/html'),
  text: (quote) => answer(`Traceback: headers={'k': '${quote}'}`, 500, 'text/plain'),
  'broken json': (quote) => answer(`{"a":"${quote}`, 200, 'application/json'),
  status: (quote) => answer(JSON.stringify({ jobID: 'j', status: quote, message: quote }), 200, 'application/json'),
  failure: (quote) =>
    answer(
      JSON.stringify({ jobID: 'j', status: 'failed', message: quote, traceback: [quote] }),
      200,
      'application/json'
    ),
  'request id': (quote) => answer('{}', 404, 'application/json', { 'X-Request-ID': asciiOf(quote) }),
  redirect: (quote) => answer('', 302, undefined, { Location: `/login?next=${asciiOf(quote)}` }),
  'redirect elsewhere': (quote) => answer('', 307, undefined, { Location: `https://other.example/${asciiOf(quote)}` })
}

const asciiOf = (text: string): string => text.replace(/[^\x21-\x7e]/g, (char) => encodeURIComponent(char))

function answer(body: string, status: number, type: string | undefined, headers: Record<string, string> = {}): Answer {
  return () =>
    new Response(body === '' ? null : new TextEncoder().encode(body), {
      status,
      headers: { ...(type && { 'Content-Type': type }), ...headers }
    })
}

/** All that a program could print after a call that met such an answer. */
async function printed(carrier: Carrier, secret: string, reply: Answer): Promise<string[]> {
  const warnings: string[] = []
  const seen: string[] = []
  const fetch: typeof globalThis.fetch = async (input) => {
    seen.push(String(input))
    return seen.length > 3 ? Response.json({}) : reply({} as never)
  }
  const options = { ...carrier(secret), onWarning: (message: string) => warnings.push(message) }
  using ogc = clientOf({ fetch, calls: [], lines: () => [] }, options)
  const errors: unknown[] = []
  const note = (error: unknown): void => void errors.push(error)
  await ogc.getJob('j').catch(note)
  await ogc.job('j').wait({ waitTimeout: 1 }).catch(note)
  await ogc.getConformance().catch(note)
  for (const error of errors) if (!isOgcError(error)) throw error
  const elsewhere = seen.filter((url) => !url.startsWith('https://ogc.example/'))
  const shown = errors.flatMap((error) => [
    ...[String(error), JSON.stringify(error), (error as Error).stack ?? ''],
    inspect(error, { depth: null, showHidden: true, getters: true, maxStringLength: null, breakLength: Infinity })
  ])
  return [...shown, ...warnings, ...elsewhere, inspect(ogc, { depth: null, showHidden: true })]
}

const printable = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
const secrets = fc.string({ unit: fc.constantFrom(...printable), minLength: 12, maxLength: 40 })
const lettered = secrets.filter((secret) => new Set(secret).size > 6)

test('whatever a secret is, however and wherever a server quotes it, nobody who prints what came reads it', {
  timeout: 300_000
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      lettered,
      fc.constantFrom(...Object.keys(carriers)),
      fc.constantFrom(...names),
      fc.constantFrom(...names),
      fc.constantFrom(...Object.keys(places)),
      async (secret, carrier, inner, outer, place) => {
        const quote = writers[outer](writers[inner](secret))
        const texts = await printed(
          carriers[carrier] as Carrier,
          secret,
          (places[place] as (quote: string) => Answer)(quote)
        )
        for (const text of texts)
          for (const reading of readings(text)) if (reading.includes(secret)) expect.fail(`${text}\nshows ${secret}`)
      }
    ),
    { seed: 16, numRuns: 200 }
  )
})
