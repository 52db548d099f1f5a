import { type Change, changeList, tally } from '../diff/changes.ts'
import type { Api } from '../registry.ts'

/**
 * The report of an update as Markdown: what was done and what remains.
 *
 * @param written the files, each with the action.
 * @param errors the errors of tsc.
 */
export function updateReport(
  { name }: Api,
  changes: readonly Change[],
  written: readonly string[],
  errors: readonly string[]
): string {
  return [
    `# Update of ${name}: ${tally(changes)}`,
    section('What changed', changeList(changes) || 'Nothing in the contract.'),
    section('Files', list(written) || 'Written by an earlier run.'),
    section('What does not compile any more', list(errors.map((error) => `\`${error}\``)) || 'Everything compiles.'),
    section('What is left to do', list(leftToDo(changes, errors)))
  ].join('\n\n')
}

function leftToDo(changes: readonly Change[], errors: readonly string[]): string[] {
  // What is new at an operation is typed, but the methods of a client know only what somebody wrote into them.
  const additions = changes.filter(({ rating, subject, text }) => rating === 'added' && isForMethods(subject, text))
  return [
    ...(errors.length > 0 ? ['Mend what does not compile.'] : []),
    ...additions.map(({ subject, text }) => `Let the client take it, or do not announce it: ${subject}: ${text}`),
    ...(changes.length > 0 ? always : []),
    'Run `npm test`, and `npm run interop` against the new server.'
  ]
}

const always = [
  'Say in the changeset what it means for users, in words, and delete its first line.',
  'Run `npm run api-reports` once everything compiles: the public surface has changed.'
]

const isForMethods = (subject: string, text: string): boolean =>
  subject.includes('/') && (text === 'It is new.' || /^Parameter /.test(text))

const section = (title: string, text: string): string => `## ${title}\n\n${text}`
const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')
