import type { ReactElement } from 'react'
import { demoAddress, shortAddress } from '../servers/address.ts'
import { texts } from '../texts/en.ts'
import { type Place, viewHref } from './location.ts'

const { header } = texts

/** The name of the page, its views, and the open servers. */
export function Header({ place }: { readonly place: Place }): ReactElement {
  const { ogc, cas, view } = place
  const [current] = view
  const links = [
    ...(ogc
      ? [
          { name: 'processes', title: header.processes },
          { name: 'runs', title: header.runs }
        ]
      : []),
    ...(cas ? [{ name: 'attributes', title: header.attributes }] : [])
  ]
  return (
    <header className="header">
      <a className="brand" href="#/">
        <img src="./icon.svg" alt="" width="28" height="28" />
        <span>{header.title}</span>
      </a>
      {links.length > 0 && (
        <nav aria-label={header.views}>
          {links.map(({ name, title }) => (
            <a key={name} href={viewHref([name])} aria-current={current === name ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
      )}
      {(ogc || cas) && (
        <a className="servers" href={viewHref(['servers'])} aria-current={current === 'servers' ? 'page' : undefined}>
          <span className="servers-names">{[...new Set([ogc, cas])].filter(isText).map(name).join(' · ')}</span>
          <span className="servers-change">{header.change}</span>
        </a>
      )}
    </header>
  )
}

const isText = (value: string | undefined): value is string => value !== undefined
const name = (address: string): string => (address === demoAddress ? header.demo : shortAddress(address))
