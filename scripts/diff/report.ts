import type { Change } from './changes.ts'
import { ratings } from './rating.ts'

/** The number of changes by rating, the most serious first: `1 breaking, 2 added`. */
export function tally(changes: readonly Change[]): string {
  const counts = ratings.map((rating) => `${changes.filter((one) => one.rating === rating).length} ${rating}`)
  return counts.filter((count) => !count.startsWith('0 ')).join(', ') || 'no change'
}

/** The changes as a Markdown list: one item for each operation or component, the most serious first. */
export function changeList(changes: readonly Change[]): string {
  const subjects = [...new Set(changes.map(({ subject }) => subject))]
  const lines = subjects.flatMap((subject) => {
    const those = changes.filter((change) => change.subject === subject)
    return [`- **${subject}**`, ...those.map(({ rating, text }) => `  - ${rating}: ${text}`)]
  })
  return lines.join('\n')
}
