import { Argument, type Command } from 'commander'
import type { Terminal } from '../terminal/terminal.ts'
import type { Shell } from './scripts.ts'

const examples = `
Examples:
  geoclients completion bash >> ~/.bashrc
  geoclients completion zsh >> ~/.zshrc
  geoclients completion fish > ~/.config/fish/completions/geoclients.fish`

/** `geoclients completion SHELL`, and what its script calls. */
export function defineCompletion(program: Command, terminal: Terminal): void {
  program
    .command('completion')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .description('write a script that completes commands and options in a shell')
    .addHelpText('after', examples)
    .action(async (shell: Shell) => terminal.print((await import('./scripts.ts')).scripts[shell]))
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: readonly string[]) => {
      const { candidates } = await import('./candidates.ts')
      await terminal.print(
        candidates(program, words)
          .map((name) => `${name}\n`)
          .join('')
      )
    })
}
