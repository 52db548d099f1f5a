import type { ReactElement } from 'react'

/** Text in lines, which scrolls if it is long; so it can be reached by the keyboard. */
export function ScrolledText({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="scrolled" tabIndex={0} aria-label={label}>
      <pre>{text}</pre>
    </section>
  )
}
