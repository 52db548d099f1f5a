import type { Api } from '../apis.ts'
import type { Change } from '../diff/changes.ts'
import { changeList, tally } from '../diff/report.ts'

interface Update {
  readonly api: Api
  readonly changes: readonly Change[]
  /** The files, each with what was done to it. */
  readonly written: readonly string[]
  /** What does not compile any more, as tsc writes it. */
  readonly errors: readonly string[]
}

/** What an update did and what is left to do, as Markdown. */
export function updateReport({ api, changes, written, errors }: Update): string {
  return [
    `# Update of ${api.name}: ${tally(changes)}`,
    section('What changed', changes.length > 0 ? changeList(changes) : 'Nothing in the contract.'),
    section('Files', list(written)),
    section(
      'What does not compile any more',
      errors.length > 0 ? `${list(errors.map((error) => `\`${error}\``))}` : 'Everything compiles.'
    ),
    section('What is left to do', list(leftToDo(changes, errors)))
  ].join('\n\n')
}

function leftToDo(changes: readonly Change[], errors: readonly string[]): string[] {
  return [
    ...(errors.length > 0 ? ['Mend what does not compile.'] : []),
    ...(changes.length > 0 ? ['Say in the changeset what it means for users, in words.'] : []),
    'Run `npm test`, and `npm run interop` against the new server.'
  ]
}

const section = (title: string, text: string): string => `## ${title}\n\n${text}`
const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')
