import type { ReactElement } from 'react'
import { serversHref } from '../app/location.ts'
import { SignInForm } from '../auth/sign-in-form.tsx'
import { texts } from '../texts/en.ts'
import { demoAddress, shortAddress } from './address.ts'
import { forgetServers, recentServers } from './recent-servers.ts'
import { ServerForm } from './server-form.tsx'

const { start } = texts

interface StartPageProps {
  readonly ogc: string | undefined
  readonly cas: string | undefined
}

/** Where a visit begins: an address of one's own, one of before, or the demo. */
export function StartPage({ ogc, cas }: StartPageProps): ReactElement {
  const recent = recentServers()
  const open = (['ogc', 'cas'] as const).flatMap((service) => {
    const address = { ogc, cas }[service]
    return address && address !== demoAddress ? [{ service, address }] : []
  })
  return (
    <div className="start">
      <h1>{ogc || cas ? start.openTitle : start.title}</h1>
      {!(ogc || cas) && <p className="lead">{start.lead}</p>}
      <div className="cards">
        <section className="card">
          <h2>{start.ownTitle}</h2>
          <ServerForm key={`${ogc} ${cas}`} ogc={ogc} cas={cas} />
        </section>
        {open.length > 0 && (
          <section className="card">
            <h2>{texts.signIn.title}</h2>
            <p className="meta">{texts.signIn.lead}</p>
            {open.map(({ service, address }) => (
              <SignInForm key={`${service} ${address}`} service={service} address={address} />
            ))}
          </section>
        )}
        <section className="card">
          <h2>{start.demoTitle}</h2>
          <p>{start.demo}</p>
          <p>
            <a className="button" href={serversHref({ ogc: demoAddress, cas: demoAddress }, ['processes'])}>
              {start.openDemo}
            </a>
          </p>
          {recent.length > 0 && (
            <>
              <h2>{start.recentTitle}</h2>
              <ul className="plain">
                {recent.map((servers) => (
                  <li key={serversHref(servers)}>
                    <a href={serversHref(servers, [servers.ogc ? 'processes' : 'attributes'])}>
                      {[servers.ogc, servers.cas].flatMap((one) => (one ? [shortAddress(one)] : [])).join(' · ')}
                    </a>
                  </li>
                ))}
              </ul>
              <button type="button" className="quiet" onClick={forgetServers}>
                {start.forget}
              </button>
            </>
          )}
        </section>
      </div>
    </div>
  )
}
