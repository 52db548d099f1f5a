import { javascript } from '@codemirror/lang-javascript'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { keymap } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { basicSetup, EditorView } from 'codemirror'

export interface Editor {
  readonly element: HTMLElement
  text(): string
  set(text: string): void
  destroy(): void
}

/** The colours are variables of the style sheet, so they change with the dark mode of the page. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.regexp], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--code-comment)' },
  { tag: [tags.typeName, tags.className], color: 'var(--code-type)' },
  { tag: tags.function(tags.variableName), color: 'var(--code-function)' },
  { tag: tags.function(tags.propertyName), color: 'var(--code-function)' }
])

/** A TypeScript editor. The Tab key leaves it, as in the rest of the page. */
export function createEditor(text: string, run: () => void): Editor {
  const command = (): boolean => {
    run()
    return true
  }
  const view = new EditorView({
    doc: text,
    extensions: [
      keymap.of([{ key: 'Mod-Enter', run: command }]),
      basicSetup,
      javascript({ typescript: true }),
      syntaxHighlighting(colours),
      EditorView.contentAttributes.of({ 'aria-label': 'Program', tabindex: '0' })
    ]
  })
  return {
    element: view.dom,
    text: () => view.state.doc.toString(),
    set: (changed) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: changed } }),
    destroy: () => view.destroy()
  }
}
