import type { Change } from './changes.ts'
import { ratings } from './rating.ts'

/** The number of changes by rating, the most serious first: `1 breaking, 2 added`. */
export function tally(changes: readonly Change[]): string {
  const counts = ratings.map((rating) => [changes.filter((change) => change.rating === rating).length, rating] as const)
  return (
    counts
      .filter(([count]) => count > 0)
      .map(([count, rating]) => `${count} ${rating}`)
      .join(', ') || 'no change'
  )
}

/** The changes as a Markdown list: one item for each operation or component, the most serious first. */
export function changeList(changes: readonly Change[]): string {
  const subjects = [...new Set(changes.map(({ subject }) => subject))]
  return subjects
    .map((subject) => {
      const lines = changes
        .filter((change) => change.subject === subject)
        .map(({ rating, text }) => `  - ${rating}: ${text}`)
      return [`- **${subject}**`, ...lines].join('\n')
    })
    .join('\n')
}
