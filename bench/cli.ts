import { createReadStream, existsSync, statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createCasMock } from '@geoclients/cas-client/mock'
import { serve } from '@geoclients/cas-client/mock/node'
import { casPython, startCas } from '@geoclients/interop/servers/cas.ts'
import { pythonEnvironment } from '../interop/environment.ts'
import { startWraptile } from '../interop/servers/wraptile.ts'
import { points } from './cas/points.ts'
import { medianOf, program, type RunOptions, run, type Usage } from './cli/program.ts'
import type { Figure } from './figure.ts'

/** To run with fewer points: `CLI_POINTS=100000 npm run bench -- cli`. */
const many = Number(process.env.CLI_POINTS ?? 1_000_000)
const interop = join(import.meta.dirname, '..', 'interop')

/**
 * Measures the command line: its start, a listing compared with cuiman, time and memory for files of places, and restarts after
 * kills.
 */
export async function measure(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-cli-'))
  try {
    return [...(await starts(folder)), ...(await listings(folder)), ...(await tables(folder))]
  } finally {
    await rm(folder, { recursive: true })
  }
}

const node = process.execPath

async function starts(folder: string): Promise<Figure[]> {
  const time = (args: readonly string[]) => async () => (await run([node, ...args], { folder })).milliseconds
  const work = (args: readonly string[]) => async () => (await asked([node, ...args], { folder })).cpu
  // The first run is not measured, because it fills the compile cache.
  await time([program, '--help'])()
  const bare = await medianOf(9, time(['--eval', '0']))
  const help = await medianOf(9, time([program, '--help']))
  const bareWork = await medianOf(9, work(['--eval', '0']))
  const helpWork = await medianOf(9, work([program, '--help']))
  return [
    { name: 'geoclients --help, median of 9', value: Math.round(help), unit: 'ms', goal: 'under 150' },
    { name: 'the same without a command: node --eval 0', value: Math.round(bare), unit: 'ms' },
    { name: 'geoclients --help beside node --eval 0', value: rounded(help / bare), unit: 'ratio' },
    {
      name: 'CPU time of geoclients --help',
      value: Math.round(helpWork),
      unit: 'ms'
    },
    { name: 'CPU time of node --eval 0', value: Math.round(bareWork), unit: 'ms' }
  ]
}

async function asked(command: readonly string[], options: RunOptions): Promise<Usage> {
  const { usage } = await run(command, { ...options, isAsked: true })
  if (!usage) throw new Error('it did not say what it used')
  return usage
}

async function listings(folder: string): Promise<Figure[]> {
  const server = await startWraptile()
  try {
    const requirements = join(interop, 'requirements', 'cuiman.txt')
    const cuiman = (await pythonEnvironment({ name: 'cuiman', requirements })).command('cuiman')
    const env = { EOZILLA_API_URL: server.baseUrl }
    await run([cuiman, 'configure', '--api-url', server.baseUrl, '-a', 'none'], { folder })
    const ours = await medianOf(
      5,
      async () => (await run([node, program, 'ogc', 'processes'], { folder, env })).milliseconds
    )
    const theirs = await medianOf(5, async () => (await run([cuiman, 'list-processes'], { folder, env })).milliseconds)
    return [
      { name: 'geoclients ogc processes, from wraptile, median of 5', value: Math.round(ours), unit: 'ms' },
      { name: 'cuiman list-processes, from the same, median of 5', value: Math.round(theirs), unit: 'ms' },
      ...(await catalogues(folder))
    ]
  } finally {
    await server.stop()
  }
}

async function catalogues(folder: string): Promise<Figure[]> {
  const server = await startCas()
  try {
    const cas = join(await casPython(), '..', 'cas')
    const env = { CAS_BASE_URL: server.baseUrl }
    const time = (command: readonly string[]) => async () => (await run(command, { folder, env })).milliseconds
    const ours = await medianOf(3, time([node, program, 'cas', 'datasets']))
    const theirs = await medianOf(3, time([cas, 'datasets']))
    return [
      { name: 'geoclients cas datasets, from CAS, median of 3', value: Math.round(ours), unit: 'ms' },
      { name: 'cas datasets, in its own process, median of 3', value: Math.round(theirs), unit: 'ms' }
    ]
  } finally {
    await server.stop()
  }
}

async function tables(folder: string): Promise<Figure[]> {
  const server = await serve(createCasMock({ record: false }))
  try {
    const env = { CAS_BASE_URL: server.url }
    const few = await extraction(folder, env, 10_000)
    const kills = await killed(folder, env)
    return [
      { name: '10,000 points from CSV to CSV', value: rounded(few.milliseconds / 1000), unit: 's' },
      { name: '10,000 points, most resident', value: Math.round(few.usage?.peak ?? 0), unit: 'MiB' },
      ...kills
    ]
  } finally {
    await server.close()
  }
}

async function killed(folder: string, env: Readonly<Record<string, string>>): Promise<Figure[]> {
  const command = await commandFor(folder, many)
  const output = join(folder, `${many}.csv`)
  const journal = `${output}.journal`
  const started = performance.now()
  let kills = 0
  while (kills < 3) {
    const from = existsSync(journal) ? statSync(journal).size : 0
    // About a quarter of the run each time.
    const until = from + many * 35
    const { isKilled } = await run(command, {
      folder,
      env,
      kill: () => existsSync(journal) && statSync(journal).size > until
    })
    if (!isKilled) throw new Error('it ended before it was killed')
    kills += 1
  }
  const { peak } = await asked(command, { folder, env })
  const seconds = (performance.now() - started) / 1000
  const points = `${many.toLocaleString('en')} points`
  return [
    { name: `${points} with --resume, killed three times`, value: rounded(seconds), unit: 's' },
    { name: `${points}, most resident in the last run`, value: Math.round(peak), unit: 'MiB' },
    {
      name: `${points}, rows lost, doubled or out of order`,
      value: await wrongRows(output, many),
      unit: 'rows',
      goal: '0'
    }
  ]
}

async function extraction(folder: string, env: Readonly<Record<string, string>>, count: number) {
  return run(await commandFor(folder, count), { folder, env, isAsked: true })
}

async function commandFor(folder: string, count: number): Promise<string[]> {
  const file = join(folder, `points-${count}.csv`)
  const rows = points(count)
  async function* text(): AsyncGenerator<string> {
    yield 'n,lon,lat\n'
    let n = 0
    for (const { coordinates } of rows) {
      yield `${n},${coordinates.join(',')}\n`
      n += 1
    }
  }
  await writeFile(file, text())
  const output = join(folder, `${count}.csv`)
  return [node, program, 'cas', 'extract', file, '-d', 'demo_terrain:elevation', '-o', output, '--resume', '--quiet']
}

async function wrongRows(output: string, count: number): Promise<number> {
  let next = -1
  let wrong = 0
  for await (const line of createInterface({ input: createReadStream(output) })) {
    if (next >= 0 && !line.startsWith(`${next},`)) wrong += 1
    next += 1
  }
  return wrong + Math.abs(count - next)
}

const rounded = (value: number): number => Math.round(value * 100) / 100
