import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { rejection } from '../testing/rejection.ts'
import { OgcClient } from './ogc-client.ts'

const pack = promisify(gzip)
const mebibyte = 1024 * 1024
let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

/** A client of a real server, over the platform's own fetch, which is what unpacks answers. */
async function against(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<OgcClient> {
  server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return new OgcClient({ baseUrl: `http://127.0.0.1:${port}`, accessToken: 's3cret-token', retry: false })
}

describe('an answer that unpacks to far more than was sent', () => {
  const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }

  test('is given up at 64 MiB', async () => {
    const bomb = await pack(Buffer.alloc(80 * mebibyte, ' '))
    expect(bomb.length).toBeLessThan(mebibyte)
    const ogc = await against((_, response) => response.writeHead(200, headers).end(bomb))
    expect(await rejection(ogc.getConformance())).toMatchObject({
      code: 'body-too-large',
      message: expect.stringContaining(`${64 * mebibyte} bytes`)
    })
  })

  test('as an error is read up to 64 KiB, and its status told', async () => {
    const bomb = await pack(Buffer.alloc(80 * mebibyte, 'no '))
    const ogc = await against((_, response) => response.writeHead(500, headers).end(bomb))
    const error = await rejection(ogc.getConformance())
    expect(error).toMatchObject({ code: 'http-status', status: 500 })
    expect(error.message.length).toBeLessThan(1_000)
    const raw = await ogc.fetch('/conformance')
    expect((await raw.arrayBuffer()).byteLength).toBe(64 * 1024)
  })
})

describe('JSON that is nested 100,000 deep', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const answering = (body: string, status = 200): Promise<OgcClient> =>
    against((_, response) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(body))

  test.each<[string, (ogc: OgcClient) => Promise<unknown>]>([
    ['getConformance', (ogc) => ogc.getConformance()],
    ['getProcess', (ogc) => ogc.getProcess('p')],
    ['getJob', (ogc) => ogc.getJob('j')],
    ['getJobs', (ogc) => ogc.getJobs()]
  ])('in place of a document is malformed: %s', async (_, call) => {
    expect((await rejection(call(await answering(deep)))).code).toBe('malformed-body')
  })

  test.each([deep, `{"title":${deep},"detail":${deep}}`])('as an error is told as an error', async (body) => {
    const ogc = await answering(body, 400)
    expect(await rejection(ogc.getConformance())).toMatchObject({ code: 'http-status', status: 400 })
  })

  test.each(['{"title":DEEP}', '{"title":"t","extra":DEEP}'])('as an error that is read whole: %s', async (body) => {
    const within = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
    const error = await rejection((await answering(body.replace('DEEP', within), 400)).getConformance())
    expect(error).toMatchObject({ code: 'http-status', status: 400 })
  })

  test.each(['"parameters":DEEP', '"exception":{"type":"about:blank","title":"t","extra":DEEP}'])(
    'in a job that failed the job’s failure is told: %s',
    async (member) => {
      const body = `{"jobID":"j","status":"failed","message":"no disk",${member.replace('DEEP', deep)}}`
      const error = await rejection((await answering(body)).job('j').wait())
      expect(error).toMatchObject({ code: 'job-failed', message: expect.stringContaining('job "j" failed') })
    }
  )

  test('as a result is read', async () => {
    const ogc = await answering(`{"a":${deep}}`)
    const results = await ogc.getJobResults('j', { processId: 'p' })
    expect(Array.isArray(await results.get('a').json())).toBe(true)
    expect((await rejection(results.get('a').text())).code).toBe('malformed-body')
  })

  test('in the description of an output does not stand in the way of a result', async () => {
    const schema = `${'{"oneOf":['.repeat(100_000)}${']}'.repeat(100_000)}`
    const ogc = await against(({ url }, response) => {
      if (url === '/jobs/j/results')
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Log in</title>')
      else
        response
          .writeHead(200, { 'Content-Type': 'application/json' })
          .end(`{"id":"p","version":"1","outputs":{"o":{"schema":${schema}}}}`)
    })
    expect((await rejection(ogc.getJobResults('j', { processId: 'p' }))).code).toBe('media-type')
  })

  test('beside the status of a job is not in the way of that', async () => {
    let polls = 0
    const ogc = await against((_, response) => {
      const status = ++polls < 3 ? 'running' : 'dismissed'
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(`{"jobID":"j","status":"${status}","x":${deep}}`)
    })
    const seen: string[] = []
    for await (const { status } of ogc.job('j').watch()) seen.push(status)
    expect(seen).toEqual(['running', 'dismissed'])
    expect((await rejection(ogc.job('j').wait())).code).toBe('job-dismissed')
  })

  test('as an input is refused before anything is sent', async () => {
    const ogc = await answering('{}')
    expect((await rejection(ogc.executeProcess('p', { inputs: { a: JSON.parse(deep) } }))).code).toBe(
      'invalid-argument'
    )
  })
})
