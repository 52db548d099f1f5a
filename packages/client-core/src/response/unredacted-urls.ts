import { type HeaderLink, parseLinkHeader } from '../utils/link-header.ts'

/** Where an answer comes from and leads to, as the server has it: a password may be a part of a path. */
export interface Addresses {
  readonly url?: string
  readonly location?: string
  readonly link?: string
}

const unredacted = new WeakMap<Response, Addresses>()

/** Notes addresses that `response` itself shows with `***`; those noted before stay. */
export function rememberAddresses(response: Response, addresses: Addresses | undefined): void {
  if (addresses) unredacted.set(response, { ...unredacted.get(response), ...addresses })
}

/** What was noted of `response`, for a copy of it. */
export function rememberedAddresses(response: Response): Addresses | undefined {
  return unredacted.get(response)
}

/** What the links of `response` count from: its URL, which is not fit to be shown. */
export function urlOf(response: Response): string {
  return unredacted.get(response)?.url ?? response.url
}

/** The `Location` of `response`, which is not fit to be shown. */
export function locationOf(response: Response): string | null {
  return unredacted.get(response)?.location ?? response.headers.get('Location')
}

/** The links of the `Link` header of `response`; their paths are not fit to be shown. */
export function headerLinks(response: Response): HeaderLink[] {
  return parseLinkHeader(unredacted.get(response)?.link ?? response.headers.get('Link'))
}
