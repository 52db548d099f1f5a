import { startCannedServer } from './calls/canned-server.ts'
import { type Call, type Contestant, contestants, type Name } from './calls/contestants.ts'
import { type Cost, costOf } from './calls/cost.ts'
import { median, medianRatio, type Round, takeTurns } from './calls/rounds.ts'
import type { Figure } from './figure.ts'

type Slot = `${Call} ${Name}`
type Rounds = readonly Round<Slot, Cost>[]

const names = Object.keys(contestants) as Name[]
const titles: Readonly<Record<Call, string>> = {
  getJob: 'GET of a job',
  getJobs: 'GET of 40 jobs',
  runSync: 'run, mode sync'
}
const calls = Object.keys(titles) as Call[]
const slots = calls.flatMap((call) => names.map((name): Slot => `${call} ${name}`))
const loads = [
  { title: 'one at a time', atOnce: 1, times: 64, rounds: 60 },
  { title: '64 at once', atOnce: 64, times: 256, rounds: 40 }
]

/**
 * Measures the cost of a call compared with bare `fetch` with a timeout, openapi-fetch and ky: CPU of this process, and calls per
 * second. All send the same requests to the same server, which runs in another process with prepared responses.
 */
export async function measure(): Promise<Figure[]> {
  await using server = await startCannedServer()
  const all = {} as Record<Slot, () => Promise<unknown>>
  for (const name of names) {
    const contestant: Contestant = contestants[name](server.baseUrl, globalThis.fetch)
    for (const call of calls) all[`${call} ${name}`] = contestant[call]
  }
  const figures: Figure[] = []
  for (const { title, atOnce, times, rounds } of loads) {
    const turns = (count: number): Promise<Rounds> =>
      takeTurns(slots, count, (slot) => costOf(all[slot], times, atOnce))
    await turns(10) // warm-up
    const measured = await turns(rounds)
    for (const call of calls) figures.push(...figuresOf(`${titles[call]}, ${title}`, call, measured))
    console.log(`CPU of a call to that of bare fetch, ${title}`)
    console.table(Object.fromEntries(calls.map((call) => [titles[call], ratiosToFetch(call, measured)])))
  }
  return figures
}

const costIn = (key: keyof Cost, call: Call, name: Name) => (round: Round<Slot, Cost>) => round[`${call} ${name}`][key]

function ratiosToFetch(call: Call, rounds: Rounds): Readonly<Record<string, number>> {
  const cpu = (name: Name) => costIn('cpu', call, name)
  const ratios = names.map((name) => [name, rounded(medianRatio(rounds, cpu(name), cpu('fetch')))])
  return Object.fromEntries(ratios)
}

function figuresOf(title: string, call: Call, rounds: Rounds): Figure[] {
  const cost = (key: keyof Cost, name: Name) => costIn(key, call, name)
  const ratio = (key: keyof Cost, of: Name, to: Name, goal?: string): Figure => ({
    name: `${title}: ${key === 'cpu' ? 'CPU' : 'time'} of ${of} to that of ${to}`,
    value: rounded(medianRatio(rounds, cost(key, of), cost(key, to))),
    unit: 'ratio',
    goal
  })
  const rate = (name: Name): Figure => {
    const time = median(rounds.map(cost('time', name)))
    return { name: `${title}: ${name}`, value: Math.round(1_000 / time), unit: 'calls/s' }
  }
  return [
    ratio('cpu', 'ogc-client', 'fetch', 'at most 1.25'),
    ratio('cpu', 'ogc-client', 'ky', 'under 1'),
    ratio('cpu', 'openapi-fetch', 'fetch'),
    ratio('cpu', 'ky', 'fetch'),
    { name: `${title}: CPU of fetch`, value: rounded(median(rounds.map(cost('cpu', 'fetch')))), unit: 'µs' },
    ratio('time', 'ogc-client', 'ky', 'under 1'),
    ...names.map(rate)
  ]
}

const rounded = (value: number): number => Math.round(value * 100) / 100
