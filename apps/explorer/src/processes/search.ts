import type { ProcessSummary } from '@geoclients/ogc-client'

/** The processes that contain all words in the id, title, description or keywords. */
export function searchProcesses(processes: readonly ProcessSummary[], text: string): readonly ProcessSummary[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return processes.filter(({ id, title = '', description = '', keywords = [] }) => {
    const all = [id, title, description, ...keywords].join(' ').toLocaleLowerCase()
    return words.every((word) => all.includes(word))
  })
}
