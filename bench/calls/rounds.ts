/** What was measured of each one in one round. */
export type Round<Name extends string, Measured> = Readonly<Record<Name, Measured>>

/** Measures each one by turns, A B C A B C, so that a machine that is busy for a while is so for each of them. */
export async function takeTurns<Name extends string, Measured>(
  names: readonly Name[],
  rounds: number,
  measure: (name: Name) => Promise<Measured>
): Promise<Round<Name, Measured>[]> {
  const all: Round<Name, Measured>[] = []
  for (let round = 0; round < rounds; round++) {
    const entries: [Name, Measured][] = []
    for (const name of names) entries.push([name, await measure(name)])
    all.push(Object.fromEntries(entries) as Round<Name, Measured>)
  }
  return all
}

/** The median over the rounds of what one took to what the other took in the same round. */
export function medianRatio<R>(rounds: readonly R[], one: (round: R) => number, other: (round: R) => number): number {
  return median(rounds.map((round) => one(round) / other(round)))
}

/** The value in the middle, or between the two in the middle. Throws if there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  if (low === undefined || high === undefined) throw new Error('there is no median of no values')
  return (low + high) / 2
}
