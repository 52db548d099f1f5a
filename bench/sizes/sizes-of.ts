import type { Figure } from '../figure.ts'

/** The result of one check of size-limit. `size` is in bytes. */
export interface Check {
  readonly name: string
  readonly size: number
}

/**
 * The checks of a package as figures, each with its goal if it has one.
 *
 * @param goals by the name of the figure. Throws if the package has no check of a name that begins with its own.
 */
export function sizesOf(name: string, checks: readonly Check[], goals: Readonly<Record<string, string>>): Figure[] {
  const figures = checks.map((check): Figure => {
    const title = `${name}: ${check.name}`
    const goal = goals[title]
    const value = Math.round(check.size / 10) / 100
    return { name: title, value, unit: 'kB', goal }
  })
  const lost = Object.keys(goals).filter(
    (goal) => goal.startsWith(`${name}: `) && !figures.some((one) => one.name === goal)
  )
  if (lost.length > 0) throw new Error(`there is a goal, and no check, of ${lost.join(', ')}`)
  return figures
}
