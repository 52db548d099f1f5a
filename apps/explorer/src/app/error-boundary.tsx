import { Component, type ReactElement, type ReactNode } from 'react'
import { Problem } from './problem.tsx'

interface BoundaryProps {
  readonly children: ReactNode
}

/** Shows an error in a view instead of an empty page. */
export class ErrorBoundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }

  override render(): ReactNode | ReactElement {
    return this.state.error ? <Problem error={this.state.error} /> : this.props.children
  }
}
