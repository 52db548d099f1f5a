import type { ReactElement } from 'react'

/** Text that scrolls if it is long. It can get the focus, so that it can be scrolled with the keyboard. */
export function ScrolledText({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="scrolled" tabIndex={0} aria-label={label}>
      <pre>{text}</pre>
    </section>
  )
}
