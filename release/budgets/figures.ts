import { readFile } from 'node:fs/promises'
import { instantiations } from './instantiations.ts'
import type { StartUp } from './start-up.ts'
import { strangersIn } from './strangers.ts'

export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly goal: string
  /** What breaks the build; a figure without is shown only. */
  readonly limit?: number
}

/** 30 ms where bare Node starts in 40: as a ratio it holds on a slow or busy machine too. */
export function startRatio(loaded: StartUp, bare: StartUp): Figure {
  const limit = 1.75
  const name = 'start with import / bare Node'
  return { name, value: round(loaded.time / bare.time), unit: 'ratio', limit, goal: `at most ${limit}` }
}

export function startTime(loaded: StartUp, bare: StartUp): Figure {
  return { name: 'time above bare Node', value: round(loaded.time - bare.time), unit: 'ms', goal: 'under 30' }
}

export function heap(loaded: StartUp, bare: StartUp): Figure {
  return memory('heap above bare Node', loaded.heap - bare.heap)
}

export function resident(loaded: StartUp, bare: StartUp): Figure {
  return memory('resident memory above bare Node', loaded.resident - bare.resident)
}

function memory(name: string, value: number): Figure {
  const limit = 8
  return { name, value: round(value), unit: 'MiB', limit, goal: `at most ${limit}` }
}

/** @param near a folder from which the program's imports are found. */
export async function typesOf(program: string, near: string): Promise<Figure> {
  const limit = 3_000
  const value =
    (await instantiations(await readFile(program, 'utf8'), near)) - (await instantiations('export {}', near))
  const name = 'instantiations of a small program above an empty one'
  return { name, value, unit: 'types', limit, goal: `at most ${limit}` }
}

export async function strangers(entry: string): Promise<Figure> {
  const found = await strangersIn(entry)
  if (found.length > 0) console.error(`${entry} loads ${found.join(', ')}`)
  return { name: 'modules that do not belong', value: found.length, unit: 'modules', limit: 0, goal: '0' }
}

export const isOver = ({ value, limit }: Figure): boolean => limit !== undefined && !(value <= limit)

function round(value: number): number {
  return Math.round(value * 100) / 100
}
