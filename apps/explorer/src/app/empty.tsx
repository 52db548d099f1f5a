import type { ReactElement, ReactNode } from 'react'

/** A placeholder for missing content, with advice. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div>{children}</div>}
    </div>
  )
}
