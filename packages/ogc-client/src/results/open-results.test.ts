import { createVirtualClock } from '@geoclients/mock-core'
import { describe, expect, test } from 'vitest'
import { readText } from '../../../client-core/src/testing/network/read-stream.ts'
import type { OgcClient } from '../client/ogc-client.ts'
import type { OgcClientOptions } from '../client/options.ts'
import { type Answer, clientOf, fakeServer, json } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const encoder = new TextEncoder()

/** A body that comes in these chunks, and what of it was asked for. */
function body(chunks: readonly string[]): {
  stream: ReadableStream<Uint8Array>
  read: () => number
  cancelled: () => unknown
} {
  let at = 0
  let cancelled: unknown
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[at++]
        if (chunk === undefined) controller.close()
        else controller.enqueue(encoder.encode(chunk))
      },
      cancel: (reason) => {
        cancelled = reason ?? 'given up'
      }
    },
    { highWaterMark: 0 }
  )
  return { stream, read: () => at, cancelled: () => cancelled }
}

function open(chunks: readonly string[], type: string, options: Partial<OgcClientOptions> = {}) {
  const source = body(chunks)
  const answer: Answer = () => new Response(source.stream, { headers: { 'Content-Type': type } })
  const described = json({ id: 'p', version: '1', outputs: { scene: {} } })
  const ogc = clientOf(fakeServer({ 'GET /jobs/j/results': answer, 'GET /processes/p': described }), {
    maxBodyBytes: 100,
    ...options
  })
  return { ...source, results: resultsOf(ogc), ogc }
}

const resultsOf = (ogc: OgcClient) => ogc.getJobResults('j', { processId: 'p' })
const multipart = 'multipart/related; boundary=b'
const part = (id: string, content: string, type = 'image/tiff') =>
  `--b\r\nContent-ID: <${id}>\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`
const hundred = 'x'.repeat(100)
const long = [part('mean', '5', 'application/json'), `--b\r\nContent-ID: scene\r\n\r\n${hundred}`, hundred, hundred]
const last = '\r\n--b\r\nContent-ID: after\r\nContent-Type: application/json\r\n\r\n[1]\r\n--b--'

test('a part that does not fit in memory is read as it comes, and what follows is there then', async () => {
  const { results: reading, read } = open([...long, last], multipart)
  const results = await reading
  expect(read()).toBe(2)
  expect([...results].map(([id, { kind }]) => [id, kind])).toEqual([
    ['mean', 'value'],
    ['scene', 'bytes']
  ])
  const stream = (await results.get('scene').stream()).getReader()
  await stream.read()
  expect(read()).toBe(2)
  expect((await stream.read()).value?.length).toBe(100)
  expect(read()).toBe(3)
  let rest = ''
  for (let next = await stream.read(); !next.done; next = await stream.read())
    rest += new TextDecoder().decode(next.value)
  expect(rest).toBe(hundred)
  expect(results.size).toBe(3)
  expect(await results.get('after').json()).toEqual([1])
})

test('before that, what may follow is named as such', async () => {
  const results = await open([...long, last], multipart).results
  expect(() => results.get('after')).toThrow(
    'there is no output "after"; there are "mean", "scene"; others may follow once "scene" has been streamed'
  )
  await new Response(await results.get('scene').stream()).text()
  expect(() => results.get('later')).toThrow('there is no output "later"; there are "mean", "scene", "after"')
})

test('such a part can be read in no other way, and once', async () => {
  const { results: reading } = open([...long, last], multipart)
  const scene = (await reading).get('scene')
  const message = /GET .*: an output that can be read only once, with stream\(\), is longer than 100 bytes/
  for (const call of [() => scene.text(), () => scene.arrayBuffer(), () => scene.blob(), () => scene.fetch()]) {
    expect(await rejection(call())).toMatchObject({ code: 'body-too-large', message: expect.stringMatching(message) })
  }
  const results = await reading
  expect(() => results.toJSON()).toThrow(message)
  await scene.stream()
  expect(await rejection(scene.stream())).toMatchObject({ code: 'body-too-large' })
})

test('the parts after it are bounded as well: the next that does not fit is open in turn', async () => {
  const { results: reading, read } = open(
    [...long, `\r\n--b\r\nContent-ID: second\r\n\r\n${hundred}`, 'yy', last],
    multipart
  )
  const results = await reading
  await new Response(await results.get('scene').stream()).text()
  expect(read()).toBe(5)
  expect(await new Response(await results.get('second').stream()).text()).toBe(`${hundred}yy`)
  expect([...results].map(([id]) => id)).toEqual(['mean', 'scene', 'second', 'after'])
})

test('many parts that only together do not fit come one after the other', async () => {
  const count = 50
  const chunks = Array.from({ length: count }, (_, i) => part(`p${i}`, 'x'.repeat(10), 'text/plain'))
  const results = await open([...chunks, '--b--'], multipart).results
  expect(results.size).toBeLessThan(count)
  for (let i = 0; i < count; i++) {
    const output = results.get(`p${i}`)
    expect(await new Response(await output.stream()).text()).toBe('x'.repeat(10))
  }
  expect(results.size).toBe(count)
})

test('a part that was given up takes those after it along, and says so', async () => {
  const { results: reading, cancelled } = open([...long, last], multipart)
  const results = await reading
  await (await results.get('scene').stream()).cancel('enough')
  expect(cancelled()).toBe('enough')
  expect(() => results.get('after')).toThrow('the results were not read to their end: a stream was cancelled')
  expect(() => [...results]).toThrow('a stream was cancelled')
  expect(await results.get('mean').json()).toBe(5)
})

test('a body that is cut after the part: the part is whole, what follows is missing and says so', async () => {
  const cut = '\r\n--b\r\nContent-ID: after\r\n\r\n[1'
  const results = await open([...long, cut], multipart).results
  expect(await new Response(await results.get('scene').stream()).text()).toBe(hundred.repeat(3))
  expect(() => results.get('after')).toThrow(/the body is not a complete multipart body/)
})

test('what follows the last part is not read', async () => {
  const { results: reading, read, cancelled } = open([...long, `${last}\r\n`, hundred, hundred], multipart)
  const results = await reading
  await new Response(await results.get('scene').stream()).text()
  expect([read(), results.size]).toEqual([5, 3])
  await expect.poll(cancelled).toBe('given up')
})

test('a body that is cut inside of the part ends its stream with an error', async () => {
  const results = await open(long, multipart).results
  const error = await rejection(readText(await results.get('scene').stream()))
  expect(error).toMatchObject({ code: 'malformed-body' })
  expect(() => [...results]).toThrow(/the body is not a complete multipart body/)
})

test('one raw output that does not fit in memory is read as it comes', async () => {
  const { results: reading, read } = open([hundred, 'y', 'z', 'z'], 'image/tiff')
  const results = await reading
  expect(read()).toBe(2)
  expect([...results].map(([id, { kind, mediaType }]) => [id, kind, mediaType])).toEqual([
    ['scene', 'bytes', 'image/tiff']
  ])
  expect(await rejection(results.get('scene').arrayBuffer())).toMatchObject({ code: 'body-too-large' })
  expect(await new Response(await results.get('scene').stream()).text()).toBe(`${hundred}yzz`)
})

test('JSON that does not fit in memory is too large, and not read on', async () => {
  const { results, cancelled, read } = open([`"${hundred}`, hundred, '"'], 'application/json')
  expect(await rejection(results)).toMatchObject({
    code: 'body-too-large',
    message: 'GET https://ogc.example/base/jobs/j/results: the body is longer than 100 bytes'
  })
  expect([read(), cancelled()]).toEqual([1, 'given up'])
})

test('while it is read a part may take as long as it likes; each pause is bounded', async () => {
  const clock = createVirtualClock()
  const slow: Answer = () => {
    const chunks = [...long, last]
    return new Response(
      new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            if (chunks.length < 4) await new Promise<void>((resolve) => clock.setTimeout(resolve, 900))
            const chunk = chunks.shift()
            if (chunk === undefined) controller.close()
            else controller.enqueue(encoder.encode(chunk))
          }
        },
        { highWaterMark: 0 }
      ),
      { headers: { 'Content-Type': multipart } }
    )
  }
  const ogc = clientOf(fakeServer({ 'GET /jobs/j/results': slow }), { maxBodyBytes: 100, timeout: 1_000, clock })
  const results = await ogc.getJobResults('j', { processId: 'p' })
  const text = new Response(await results.get('scene').stream()).text()
  await clock.advance(5_000)
  expect(await text).toBe(hundred.repeat(3))
  expect(results.has('after')).toBe(true)
  expect(clock.pending).toBe(0)
})

describe('parts without content, without end', () => {
  const empty = '--b\n\n'

  test('are given up at the timeout, however small they are', async () => {
    const clock = createVirtualClock()
    const slow = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          await new Promise<void>((resolve) => clock.setTimeout(resolve, 100))
          controller.enqueue(encoder.encode(empty))
        }
      },
      { highWaterMark: 0 }
    )
    const answer: Answer = () => new Response(slow, { headers: { 'Content-Type': multipart } })
    const options = { maxBodyBytes: 10, timeout: 1_000, clock }
    const outcome = rejection(resultsOf(clientOf(fakeServer({ 'GET /jobs/j/results': answer }), options)))
    await clock.advance(15_000)
    expect(await outcome).toMatchObject({ code: 'timeout' })
    expect(clock.pending).toBe(0)
  })

  test('are not read on before somebody reads those that came, however many fit into a chunk', async () => {
    const chunk = empty.repeat(5_000)
    const { results: reading, read } = open([chunk, chunk, chunk], multipart)
    const results = await reading
    expect([read(), results.size]).toEqual([1, 2_049])
    const before = results.size
    for (const [, output] of [...results].slice(-1)) await new Response(await output.stream()).text()
    expect([read(), results.size]).toEqual([1, before + 1])
  })

  test('nor are headers', async () => {
    const parts = Array.from({ length: 100 }, (_, i) => `--b\nContent-ID: p${i}\nA: ${'x'.repeat(20_000)}\n\n\n`)
    const { results, read } = open(
      parts.map((part) => part.replace(/x{8000}/g, '$&\nA: ')),
      multipart
    )
    expect((await results).size).toBeLessThan(60)
    expect(read()).toBeLessThan(60)
  })
})

test.each([
  ['has no boundary', 'multipart/related', [hundred, hundred, hundred]],
  ['has headers without end', multipart, [`--b\r\n${'X-A: 1\r\n'.repeat(9_000)}`, hundred, hundred]]
])('a long body that is refused because it %s is not read on', async (_, type, chunks) => {
  const { results, cancelled } = open(chunks, type)
  expect(await rejection(results)).toMatchObject({ code: 'malformed-body' })
  expect(cancelled()).toBe('given up')
})
