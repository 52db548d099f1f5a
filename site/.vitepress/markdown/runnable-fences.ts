import { readFileSync } from 'node:fs'
import type { MarkdownRenderer } from 'vitepress'
import { idOf, type RunnableExample } from '../../build/runnable-example.ts'

/** Wraps each example in a component that can run it. */
export function runnableFences(md: MarkdownRenderer, examplesFile: string): void {
  const examples: RunnableExample[] = JSON.parse(readFileSync(examplesFile, 'utf8'))
  const ids = new Set(examples.map(({ id }) => id))
  const { fence } = md.renderer.rules
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const html = fence?.(tokens, index, options, env, self) ?? ''
    const { info = '', content = '' } = tokens[index] ?? {}
    const id = idOf(content)
    return info.trim() === 'ts' && ids.has(id) ? `<RunnableExample id="${id}">${html}</RunnableExample>` : html
  }
}
