import type { ReactElement } from 'react'

/** Says what the page is waiting for. */
export function Waiting({ what }: { readonly what: string }): ReactElement {
  return (
    <p className="waiting" role="status">
      <span className="spinner" aria-hidden="true" />
      {what}
    </p>
  )
}
