import { expect, test } from 'vitest'
import { worked } from '../packages/client-core/src/testing/growth.ts'
import { bodies } from '../runtimes/blocks/bodies.ts'
import { type Call, calls } from '../runtimes/blocks/calls.ts'
import { head } from '../runtimes/broken/answers.ts'
import { serveFaults } from '../runtimes/broken/fault-server.ts'

const length = 32 * 1024 * 1024
/** What any program that reads such a body takes: decoding and parsing as many numbers as it holds, several times. */
const most = 20
const chosen = calls.filter(({ name }) => ['a list', 'results', 'an extraction'].includes(name))
const numbers = bodies.find(({ name }) => name === 'many numbers')?.make(length)
const unit = Math.min(...[1, 2, 3].map(() => workOf(() => JSON.parse(new TextDecoder().decode(numbers)))))

test.each(bodies.map((body) => [body.name, body] as const))(
  'half of what a client reads of %s costs no more than a few readings of numbers, whatever the call',
  { timeout: 300_000 },
  async (_, body) => {
    const bytes = body.make(length)
    const start = head('200 OK', `Content-Type: ${body.type}`, `Content-Length: ${bytes.length}`)
    const server = await serveFaults(
      new Map(chosen.map(({ name, routes }) => [slug(name), routes([start, bytes, 'close'])]))
    )
    try {
      for (const call of chosen) expect((await costOf(call, server.url)) / unit, call.name).toBeLessThan(most)
    } finally {
      await server.close()
    }
  }
)

async function costOf(call: Call, serverUrl: string): Promise<number> {
  const before = worked()
  // How it ends is for others to judge.
  await call.run(`${serverUrl}/run/${slug(call.name)}`).catch(() => {})
  return worked() - before
}

function workOf(work: () => unknown): number {
  const before = worked()
  work()
  return worked() - before
}

function slug(name: string): string {
  return name.replaceAll(' ', '-')
}
