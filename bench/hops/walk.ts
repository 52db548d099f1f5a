import type { Entry } from './trace.ts'

const start = '<!-- Made by `npm run walk`. -->'
const end = '<!-- End of the walk. -->'

/** A numbered Markdown list of files in the order of their first use, with the functions that are then called. */
export function walkOf(entries: readonly Entry[]): string {
  const files = [...new Set(entries.map(({ file }) => file))]
  return files.map((file) => `1. ${link(file)}${functionsOf(firstVisit(entries, file))}`).join('\n')
}

/** Replaces the walk in a page. Throws if the page has no place for it. */
export function withWalk(page: string, walk: string): string {
  const [before, rest = ''] = page.split(start)
  const [old, after] = rest.split(end)
  if (old === undefined || after === undefined) throw new Error(`The page has no "${start}" with "${end}" below it.`)
  return `${before}${start}\n${walk}\n${end}${after}`
}

function firstVisit(entries: readonly Entry[], file: string): readonly Entry[] {
  const from = entries.findIndex((entry) => entry.file === file)
  const length = entries.slice(from).findIndex((entry) => entry.file !== file)
  return length < 0 ? entries.slice(from) : entries.slice(from, from + length)
}

const link = (file: string): string => `[${file.replace('/src/', '/')}](packages/${file})`

function functionsOf(entries: readonly Entry[]): string {
  const names = new Set(entries.flatMap(({ name }) => (name ? [`\`${name}\``] : [])))
  return names.size === 0 ? '' : `: ${[...names].join(', ')}`
}
