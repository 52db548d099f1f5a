import { type ReactElement, useState } from 'react'
import { ScrolledText } from '../app/scrolled-text.tsx'
import { texts } from '../texts/en.ts'
import { type Language, type SnippetRequest, snippets } from './snippets.ts'

const languages = Object.keys(snippets) as Language[]

/** What the form would send, as a program to be copied. */
export function RequestCode({ request }: { readonly request: SnippetRequest }): ReactElement {
  const [language, setLanguage] = useState<Language>('TypeScript')
  const [wasCopied, setWasCopied] = useState(false)
  const [isOpen, setIsOpen] = useState(false)
  // With a large file it is long, so it is written only for somebody who looks.
  const text = isOpen ? snippets[language](request) : ''
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setWasCopied(true),
      () => setWasCopied(false)
    )
  }
  return (
    <details className="panel code" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{texts.code.title}</summary>
      <p className="run-line">
        {languages.map((one) => (
          <button
            key={one}
            type="button"
            className="quiet"
            aria-pressed={one === language}
            onClick={() => {
              setLanguage(one)
              setWasCopied(false)
            }}
          >
            {one}
          </button>
        ))}
        <button type="button" className="quiet copy" onClick={copy}>
          {wasCopied ? texts.code.copied : texts.code.copy}
        </button>
      </p>
      <ScrolledText text={text} label={texts.code.of(language)} />
    </details>
  )
}
