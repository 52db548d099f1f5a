import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { installTools } from '../release/rehearsal/tools.ts'
import { type Body, bodies } from '../runtimes/blocks/bodies.ts'
import { calls } from '../runtimes/blocks/calls.ts'
import type { Trial } from '../runtimes/blocks/run.ts'
import { head } from '../runtimes/broken/answers.ts'
import { serveFaults } from '../runtimes/broken/fault-server.ts'
import { bundlePrograms, type Runtime, runtimes } from '../runtimes/broken/runtimes.ts'
import type { Figure } from './figure.ts'

const programs = join(import.meta.dirname, '..', 'runtimes', 'blocks')
/** Slightly less than a client reads of a body by default. */
const length = 64 * 1024 * 1024 - 1_024
const goal = 'under 1000'
/** A busy machine takes minutes for what an idle one does in seconds. */
const limit = 900_000
const chosen = ['Node 24', 'Chromium']
/** To run only a few: `BLOCKS="many NaN,garbage" npm run bench -- blocks`. */
const { BLOCKS } = process.env
const measured = BLOCKS ? bodies.filter(({ name }) => BLOCKS.split(',').includes(name)) : bodies

/** Measures for how long 64 MiB of data block a program, and by how much a call exceeds its timeout of 2.5 s. */
export async function measure(): Promise<Figure[]> {
  await installTools()
  const folder = await mkdtemp(join(programs, '.programs-'))
  try {
    await bundlePrograms(folder, programs, ['main', 'page'])
    const figures: Figure[] = []
    for (const body of measured) {
      for (const runtime of runtimes.filter(({ name }) => chosen.includes(name))) {
        console.error(`${runtime.name}: ${body.name}`)
        figures.push(...(await figuresOf(body, runtime, folder)))
      }
    }
    return figures
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A separate program for each body, because 64 MiB can take 2 GB of memory. */
async function figuresOf(body: Body, runtime: Runtime, folder: string): Promise<Figure[]> {
  const bytes = body.make(length)
  const routes = calls.map(({ status = '200 OK', routes }, i) => {
    const start = head(status, `Content-Type: ${body.type}`, `Content-Length: ${bytes.length}`)
    return [String(i), routes([start, bytes, 'close'])] as const
  })
  const server = await serveFaults(new Map(routes))
  try {
    const trials = await runtime.run<Record<string, Trial>>(folder, server.url, [...calls.keys()].map(String), limit)
    return calls.map(({ name }, i) => {
      const { outcome, longestBlock, overtime } = trials[i] as Trial
      if (outcome.startsWith('no error of ours')) throw new Error(`${runtime.name}: ${body.name}, ${name}: ${outcome}`)
      const value = Math.max(longestBlock, overtime)
      return { name: `${runtime.name}: ${body.name}, ${name}: ${outcome}`, value, unit: 'ms', goal }
    })
  } finally {
    await server.close()
  }
}
