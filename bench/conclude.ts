import { writeFile } from 'node:fs/promises'
import { type Figure, type Judged, judged } from './figure.ts'

/** Ends a benchmark: if a file is named, writes the figures to it as JSON. A missed goal makes the command fail. */
export async function conclude(figures: readonly Figure[], json: string | undefined): Promise<Judged[]> {
  const results = figures.map(judged)
  if (json) await writeFile(json, `${JSON.stringify(results, null, 2)}\n`)
  process.exitCode = results.some(({ met }) => met === false) ? 1 : 0
  return results
}

/** One figure per line. */
export const lineOf = ({ name, value, unit, goal, met }: Judged): string =>
  `${name}: ${value} ${unit}${goal ? ` (goal: ${goal}${met ? '' : ', missed'})` : ''}`
