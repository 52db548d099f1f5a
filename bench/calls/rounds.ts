/** The measurements of one round. */
export type Round<Name extends string, Measured> = Readonly<Record<Name, Measured>>

/** Measures in alternation, A B C A B C, so a busy machine affects each of them equally. */
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

/** The median over the rounds of the ratio of two measurements in the same round. */
export function medianRatio<R>(rounds: readonly R[], one: (round: R) => number, other: (round: R) => number): number {
  return median(rounds.map((round) => one(round) / other(round)))
}

/** The median. Throws if there are no values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  if (low === undefined || high === undefined) throw new Error('there is no median of no values')
  return (low + high) / 2
}
