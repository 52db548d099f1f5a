import type { Command, Option } from 'commander'

/** The candidates for the last word, one per line; empty if a file or a value is expected. */
export function candidates(program: Command, words: readonly string[]): string[] {
  const typed = words.at(-1) ?? ''
  let command = program
  let awaited: Option | undefined
  for (const word of words.slice(0, -1)) {
    if (awaited) awaited = undefined
    else if (word.startsWith('-')) awaited = optionWithValue(command, word)
    else command = command.commands.find((one) => one.name() === word || one.aliases().includes(word)) ?? command
  }
  const all = awaited ? (awaited.argChoices ?? []) : typed.startsWith('-') ? optionsOf(command) : namesOf(command)
  return all.filter((name) => name.startsWith(typed))
}

/** An option that takes the next word. */
function optionWithValue(command: Command, word: string): Option | undefined {
  const option = command.options.find(({ short, long }) => short === word || long === word)
  return option && (option.required || option.optional) ? option : undefined
}

const optionsOf = (command: Command): string[] => [...command.options.flatMap(({ long }) => long ?? []), '--help']

/** Names without aliases. */
const namesOf = (command: Command): string[] =>
  command.commands.map((one) => one.name()).filter((name) => name !== 'complete')
