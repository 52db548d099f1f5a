import type { Socket } from 'node:net'
import type { FaultName } from '../fault.ts'
import { pass, type ScaledClock } from '../scaled-clock.ts'
import { corsHeaders, finish, framed, gzipped, half, head, type RightAnswer, reset } from './wire.ts'

/** The context of a fault. */
export interface Stage {
  readonly socket: Socket
  readonly clock: ScaledClock
  /** URL of the request. */
  readonly url: string
  /** Another origin, which must receive no secrets. */
  readonly stranger: string
  /** The secrets of the request: `Authorization` and keys. */
  readonly secrets: readonly string[]
  /** Makes the right response, which also makes the server process the request. */
  readonly answer: () => Promise<RightAnswer>
  readonly goDown: (duration: number) => void
  readonly startAnew: () => void
}

const html = Buffer.from('<!doctype html><title>Gateway</title><p>The upstream server is not available.')
const json = { ...corsHeaders, 'content-type': 'application/json' }

function simple(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer | string = ''
): (stage: Stage) => void {
  const answer: RightAnswer = { status, headers: { ...corsHeaders, ...headers }, body: Buffer.from(body) }
  return ({ socket }) => finish(socket, head(status, framed(answer)), answer.body)
}

const page = (status: number): ((stage: Stage) => void) => simple(status, { 'content-type': 'text/html' }, html)

const busy =
  (status: number, retryAfter: (now: number) => string) =>
  (stage: Stage): void =>
    simple(
      status,
      { 'content-type': 'application/problem+json', 'retry-after': retryAfter(stage.clock.now()) },
      '{"type":"about:blank","title":"Too busy"}'
    )(stage)

/** Sends a changed version of the right response. */
const changed =
  (change: (right: RightAnswer) => RightAnswer) =>
  async ({ socket, answer }: Stage): Promise<void> => {
    const right = change(await answer())
    finish(socket, head(right.status, framed(right)), right.body)
  }

/** Damages the bytes of JSON. In other bodies, no reader could detect it. */
const broken = (change: (body: Buffer) => Buffer): ((stage: Stage) => Promise<void>) =>
  changed((right) => (isJson(right) ? { ...right, body: change(right.body) } : right))

const isJson = ({ headers }: RightAnswer): boolean => headers['content-type']?.includes('json') ?? false

/** Changes the order of a job list, or repeats jobs. Other responses stay the same. */
const rearranged = (rearrange: (jobs: unknown[]) => unknown[]): ((stage: Stage) => Promise<void>) =>
  changed((right) => {
    if (!isJson(right)) return right
    const body = JSON.parse(right.body.toString())
    if (!Array.isArray(body?.jobs)) return right
    return { ...right, body: Buffer.from(JSON.stringify({ ...body, jobs: rearrange(body.jobs) })) }
  })

const redirect = (to: (stage: Stage) => string) => (stage: Stage) => simple(307, { location: to(stage) })(stage)

export const playFault: Readonly<Record<FaultName, (stage: Stage) => void | Promise<void>>> = {
  async 'early-hints'({ socket, answer }) {
    const right = await answer()
    finish(socket, head(103, { link: '</style.css>; rel=preload' }), head(right.status, framed(right)), right.body)
  },
  async 'slow-start'({ socket, answer, clock }) {
    const right = await answer()
    await pass(clock, 3_000)
    finish(socket, head(right.status, framed(right)), right.body)
  },
  async dribble({ socket, answer, clock }) {
    const right = await answer()
    socket.write(head(right.status, framed(right)))
    const step = Math.ceil(right.body.length / 10) || 1
    for (let at = 0; at < right.body.length && !socket.destroyed; at += step) {
      socket.write(right.body.subarray(at, at + step))
      await pass(clock, 300)
    }
    socket.end()
  },
  'list-twice': rearranged((jobs) => [...jobs, ...jobs]),
  'list-shuffled': rearranged((jobs) => jobs.toReversed()),

  refuse: ({ goDown, socket }) => {
    goDown(1_000)
    reset(socket)
  },
  'reset-unhandled': ({ socket }) => reset(socket),
  async 'reset-handled'({ socket, answer }) {
    await answer()
    reset(socket)
  },
  async 'reset-in-head'({ socket, answer }) {
    const right = await answer()
    const text = head(right.status, framed(right))
    reset(socket, text.slice(0, text.length / 2))
  },
  async 'reset-in-body'({ socket, answer }) {
    const right = await answer()
    reset(socket, head(right.status, framed(right, right.body.length + 1)), half(right.body))
  },
  async 'cut-in-body'({ socket, answer }) {
    const right = await answer()
    finish(socket, head(right.status, framed(right, right.body.length + 1)), half(right.body))
  },
  async 'cut-chunked'({ socket, answer }) {
    const right = await answer()
    const { 'content-length': _, ...headers } = framed(right)
    const part = half(Buffer.concat([right.body, Buffer.from(' ')]))
    const chunk = [`${part.length.toString(16)}\r\n`, part, '\r\n'] as const
    finish(socket, head(right.status, { ...headers, 'transfer-encoding': 'chunked' }), ...chunk)
  },
  'half-close': ({ socket }) => void socket.end(),
  'problem-500': simple(500, { 'content-type': 'application/problem+json' }, '{"type":"about:blank","title":"Broken"}'),
  'html-502': page(502),
  'html-504': page(504),
  'busy-429-seconds': busy(429, () => '1'),
  'busy-503-seconds': busy(503, () => '2'),
  'busy-503-date': busy(503, (now) => new Date(now + 2_000).toUTCString()),
  'busy-503-past': busy(503, () => 'Sun, 06 Nov 1994 08:49:37 GMT'),
  'busy-503-negative': busy(503, () => '-5'),
  'busy-503-garbage': busy(503, () => 'soon'),

  'busy-503-absurd': busy(503, () => '9'.repeat(30)),
  hang: () => {},
  async 'hang-in-body'({ socket, answer }) {
    const right = await answer()
    socket.write(head(right.status, framed(right, right.body.length + 1)))
    socket.write(half(right.body))
  },
  'corrupt-json': broken((body) => Buffer.concat([half(body), Buffer.from('\u0000{]')])),
  'repeated-json': broken((body) => Buffer.concat([body, body])),
  'html-200': page(200),
  'swapped-type': changed((right) => ({ ...right, headers: { ...right.headers, 'content-type': 'image/png' } })),
  'broken-gzip': changed((right) => ({ ...right, headers: { ...right.headers, 'content-encoding': 'gzip' } })),
  'cut-gzip': changed((right) =>
    isJson(right)
      ? { ...right, headers: { ...right.headers, 'content-encoding': 'gzip' }, body: half(gzipped(right.body)) }
      : right
  ),
  async 'header-flood'({ socket, answer }) {
    const right = await answer()
    const flood = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`x-flood-${n}`, 'x'.repeat(100)]))
    finish(socket, head(right.status, { ...flood, ...framed(right) }), right.body)
  },
  'redirect-here': redirect(({ url }) => url),
  'redirect-away': redirect(({ stranger, url }) => `${stranger}${new URL(url).pathname}`),
  'redirect-loop': redirect(({ url }) => `${url}${url.includes('?') ? '&' : '?'}again=1`),
  'echoed-secret': (stage) => {
    const body = JSON.stringify({
      type: 'about:blank',
      title: 'Refused',
      detail: `not with ${stage.secrets.join(' and ')}`
    })
    const echo = Object.fromEntries(stage.secrets.map((secret, n) => [`x-echo-${n}`, encodeURIComponent(secret)]))
    simple(400, { ...json, ...echo }, body)(stage)
  },
  'not-found': simple(404, json, '{"type":"about:blank","title":"Not here"}'),
  'goes-down': ({ goDown, socket }) => {
    goDown(5_000)
    reset(socket)
  },
  'comes-back-empty': ({ startAnew, socket }) => {
    startAnew()
    reset(socket)
  }
}
