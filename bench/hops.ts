import type { Figure } from './figure.ts'
import { type Entry, traced, traceSources } from './hops/trace.ts'
import type { Trip } from './hops/trips.ts'

/** Counts, for each call, the functions, the files and the changes of file on its way through the sources. */
export async function measure(): Promise<Figure[]> {
  traceSources()
  const trips = await import('./hops/trips.ts')
  return [
    ...(await figures('getProcess', await trips.getProcess(), 42)),
    ...(await figures('run, mode sync', await trips.runSync(), 145)),
    ...(await figures('run, default mode', await trips.runAuto(), 206)),
    ...(await figures('watch, a poll', await trips.watch(), 80)),
    ...(await figures('extractAll, two batches', await trips.extractAll(), 131))
  ]
}

async function figures(name: string, { run, rounds = () => 1 }: Trip, goal: number): Promise<Figure[]> {
  const entries = await traced(run)
  const perRound = (count: number): number => Math.round(count / rounds())
  return [
    { name: `${name}: hops`, value: perRound(hops(entries)), unit: 'hops', goal: `at most ${goal}` },
    { name: `${name}: functions entered`, value: perRound(entries.length), unit: 'entries' },
    { name: `${name}: files`, value: new Set(entries.map(({ file }) => file)).size, unit: 'files' }
  ]
}

/** The first file counts as one, and so does each change of file. */
function hops(entries: readonly Entry[]): number {
  return entries.filter(({ file }, index) => file !== entries[index - 1]?.file).length
}
