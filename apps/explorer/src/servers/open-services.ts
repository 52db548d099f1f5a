import { CasClient } from '@geoclients/cas-client'
import { type Auth, OgcClient } from '@geoclients/ogc-client'
import { createJobListStore, type JobListStore } from '@geoclients/ogc-client/store'
import { authOf, type SignIn } from '../auth/sign-in.ts'
import { demoAddress, readAddress } from './address.ts'
import { forwardingFetch, readForwarded } from './proxy.ts'

export interface OgcService {
  readonly address: string
  readonly client: OgcClient
  /** The runs of this browser on this server, kept for another day. */
  readonly runs: JobListStore
}

export interface CasService {
  readonly address: string
  readonly client: CasClient
}

export interface Services {
  readonly ogc: OgcService | undefined
  readonly cas: CasService | undefined
}

export interface Wanted {
  readonly ogc: string | undefined
  readonly cas: string | undefined
  readonly ogcSignIn?: SignIn | undefined
  readonly casSignIn?: SignIn | undefined
}

const meta = document.querySelector<HTMLMetaElement>('meta[name="geoclients-forwarded"]')
const forwarded = readForwarded(meta?.content)
const fetchDirectly = forwardingFetch(forwarded, location.href)

/** Makes the clients of the services of an address; the demo is fetched first if it is one of them. */
export async function openServices({ ogc, cas, ogcSignIn, casSignIn }: Wanted): Promise<Services> {
  const needsDemo = ogc === demoAddress || cas === demoAddress
  const demo = needsDemo ? (await import('../demo/demo.ts')).demo() : undefined
  const place = (address: string, mock: { baseUrl: string; fetch: typeof globalThis.fetch } | undefined) =>
    address === demoAddress && mock
      ? { baseUrl: mock.baseUrl, fetch: mock.fetch }
      : { baseUrl: checked(address), fetch: fetchDirectly }
  return {
    ogc: ogc
      ? ogcService(ogc, new OgcClient({ ...place(ogc, demo?.ogc), auth: authFor(ogcSignIn), timeout: 600_000 }))
      : undefined,
    cas: cas
      ? { address: cas, client: new CasClient({ ...place(cas, demo?.cas), auth: authFor(casSignIn) }) }
      : undefined
  }
}

function ogcService(address: string, client: OgcClient): OgcService {
  return {
    address,
    client,
    runs: createJobListStore(client, { storage: localStorage, key: `geoclients.runs ${address}` })
  }
}

const authFor = (signIn: SignIn | undefined): Auth | undefined => signIn && authOf(signIn, fetchDirectly)

function checked(address: string): string {
  const read = readAddress(address)
  if ('address' in read) return read.address
  throw new RangeError(`The address must begin with https:// or http://, and hold no password and no query: ${address}`)
}

export function closeServices({ ogc, cas }: Services): void {
  ogc?.client.close()
  cas?.client.close()
}
