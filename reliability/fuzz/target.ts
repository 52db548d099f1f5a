import { type ScaledClock, scaledClock } from '../chaos/scaled-clock.ts'

/** A reader of external input, with seed messages. */
export interface Target {
  readonly name: string
  readonly seeds: readonly string[]
  /** Reads an input. Must resolve, or reject with an expected error. */
  readonly read: (input: Uint8Array) => Promise<unknown>
  /** Whether an error is expected. */
  readonly isOurs: (error: unknown) => boolean
}

/** A message as text: a status, headers, an empty line, a body. */
export function message(body: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): string {
  const lines = Object.entries({ 'Content-Type': 'application/json', ...headers }).map(
    ([name, value]) => `${name}: ${value}`
  )
  return [String(status), ...lines, '', typeof body === 'string' ? body : JSON.stringify(body)].join('\n')
}

/** A message as a Response; undefined if no platform would deliver it. */
function parseMessage(input: Uint8Array): (() => Response) | undefined {
  const text = new TextDecoder('latin1').decode(input)
  const end = text.indexOf('\n\n')
  const [status, ...lines] = text.slice(0, end < 0 ? text.length : end).split('\n')
  const body = end < 0 ? new Uint8Array() : input.slice(end + 2)
  const make = (): Response => {
    const headers = lines.map((line): [string, string] => {
      const [name = '', ...value] = line.split(':')
      return [name, value.join(':').trim()]
    })
    return new Response(body, { status: Number(status), headers })
  }
  try {
    make()
    return make
  } catch {
    return undefined
  }
}

/** Reads messages with a client. One message answers all of its requests. */
export const answeredBy =
  (read: (fetch: typeof globalThis.fetch) => Promise<unknown>) =>
  async (input: Uint8Array): Promise<unknown> => {
    const answer = parseMessage(input)
    return answer && read(async () => answer())
  }

/** Options of a client whose waits take a twentieth of their time: it gives a server seconds until its results are ready. */
export const hasty = (): { readonly clock: ScaledClock; readonly retry: false; readonly timeout: number } => ({
  ...{ clock: scaledClock({ start: Date.now(), speed: 20 }), retry: false, timeout: 60_000 }
})
