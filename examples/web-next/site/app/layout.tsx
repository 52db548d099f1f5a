import type { ReactNode } from 'react'
import './style.css'

export const metadata = { title: 'Jobs in Next' }

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
