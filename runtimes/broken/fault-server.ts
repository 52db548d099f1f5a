import { type AddressInfo, createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { type Answer, head, type Packed } from './answers.ts'

/** The responses to each request, such as `GET /jobs/j`, in order. The last one is repeated. */
export type Routes = Readonly<Record<string, readonly Answer[]>>

export interface FaultServer {
  readonly url: string
  close(): Promise<void>
}

const preflight = [
  head('204 No Content', 'Access-Control-Allow-Methods: *', 'Access-Control-Allow-Headers: *, Authorization'),
  'close'
] as const

/** Serves cases on loopback below `/RUN/CASE`, with a count of requests for each run and case. `/` is an empty page. */
export async function serveFaults(cases: ReadonlyMap<string, Routes>): Promise<FaultServer> {
  const seen = new Map<string, number>()
  const sockets = new Set<Socket>()
  const answerTo = (method: string, target: string): Answer => {
    if (method === 'OPTIONS') return preflight
    if (target === '/') return [head('200 OK', 'Content-Type: text/html', 'Content-Length: 0'), 'close']
    const [, run, name = '', ...rest] = target.split(/[/?]/)
    const route = `${method} /${rest.join('/')}`
    const answers = cases.get(name)?.[route] ?? []
    const count = seen.get(`${run} ${name} ${route}`) ?? 0
    seen.set(`${run} ${name} ${route}`, count + 1)
    return answers[Math.min(count, answers.length - 1)] ?? notFound(`${route} of ${name}`)
  }
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)).on('error', () => {}))
    socket.on('end', () => socket.end())
    onRequest(socket, (method, target) => void write(socket, answerTo(method, target)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((done) => server.close(() => done()))
    }
  }
}

const notFound = (what: string): Answer => [head('599 No such case'), what, 'close']

/** Calls back when the first request of a connection is complete. */
function onRequest(socket: Socket, tell: (method: string, target: string) => void): void {
  let text = ''
  let told = false
  socket.setEncoding('latin1').on('data', (more: string) => {
    text += more
    const end = text.indexOf('\r\n\r\n')
    const length = Number(/^content-length: *(\d+)/im.exec(text.slice(0, end))?.[1] ?? 0)
    const isWhole = /^transfer-encoding:/im.test(text.slice(0, end))
      ? text.endsWith('0\r\n\r\n')
      : text.length >= end + 4 + length
    if (told || end < 0 || !isWhole) return
    told = true
    const [method = '', target = ''] = text.split(' ', 2)
    tell(method, target)
  })
}

async function write(socket: Socket, steps: Answer): Promise<void> {
  for (const step of steps) {
    if (socket.destroyed) return
    if (step === 'close') socket.end()
    else if (step === 'reset') {
      // Lets the written bytes be sent before the reset discards them.
      await pause(20)
      socket.resetAndDestroy()
    } else if (step === 'silence') return
    else if (typeof step === 'string' || step instanceof Uint8Array) await send(socket, step)
    else if ('gzip' in step) await send(socket, packed(step))
    else while (!socket.destroyed && socket.writable) await Promise.all([send(socket, step.repeat), pause(step.every)])
  }
}

const send = (socket: Socket, part: string | Uint8Array): Promise<void> =>
  new Promise((done) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    socket.once('close', done).write(bytes, () => {
      socket.off('close', done)
      done()
    })
  })

const cache = new Map<Packed, Uint8Array>()

/** Compresses a text once, because it takes long. */
function packed(step: Packed): Uint8Array {
  const bytes = cache.get(step) ?? gzipSync(step.gzip.repeat(step.times)).subarray(0, step.cutAt)
  cache.set(step, bytes)
  return bytes
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
