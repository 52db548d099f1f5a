import type { CallSettings, HeaderMap } from '../types/call.ts'
import type { Clock } from '../utils/clock.ts'

/** Headers that describe the content of a call, but not its user. */
const ofTheCallOnly = ['accept', 'content-type', 'prefer']

/** The headers of a call that also apply to later requests, such as the polls of its job. */
export function lastingHeaders(headers: HeaderMap): HeaderMap {
  if (!ofTheCallOnly.some((name) => name in headers)) return headers
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheCallOnly.includes(name)))
}

/**
 * The settings of an additional request that a call needs, such as for the process description. The call's media types and
 * preferences do not apply to it.
 */
export function sideRequest(settings: CallSettings): CallSettings {
  return { ...settings, headers: lastingHeaders(settings.headers) }
}

/** Settings for several requests of one call: they share its timeout, which begins now. */
export function begun(settings: CallSettings, clock: Clock): CallSettings {
  return { end: clock.now() + settings.timeout, ...settings }
}
