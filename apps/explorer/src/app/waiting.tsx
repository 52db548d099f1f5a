import type { ReactElement } from 'react'

/** Says what is waited for. */
export function Waiting({ what }: { readonly what: string }): ReactElement {
  return (
    <p className="waiting" role="status">
      <span className="spinner" aria-hidden="true" />
      {what}
    </p>
  )
}
