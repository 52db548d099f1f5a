import { type CallSettings, type ErrorFactory, type Reply, redactUrl } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'

/**
 * Gets what a link of the server leads to, with credentials and the call's own headers where that is its own origin or a
 * trusted one; elsewhere with headers that identify nobody. With `stream` its body is handed out as it comes. Only http(s)
 * and data URLs are followed: a server must not choose a local file, and nothing fetches `s3:`.
 */
export async function getLinked(href: string, core: OgcCore, settings: CallSettings, stream = false): Promise<Reply> {
  checkTarget(href, core.error)
  return core.follow(href, settings, { body: stream ? 'stream' : 'bytes' })
}

/** As `fetch` of what a link of the server leads to: an answer of any status; headers go where `getLinked` sends them. */
export async function fetchLinked(href: string, init: RequestInit | undefined, core: OgcCore): Promise<Response> {
  checkTarget(href, core.error)
  return core.fetchLink(href, init)
}

/** Refuses a link of the server that is no http(s) or data URL. */
function checkTarget(href: string, error: ErrorFactory): void {
  if (!URL.canParse(href)) {
    throw error({ code: 'malformed-body', message: `the server sent a link that is not a URL: ${redactUrl(href)}` })
  }
  if (!/^(?:https?|data):/i.test(href)) {
    const message = `${redactUrl(href)} cannot be fetched: only http, https and data URLs can`
    throw error({ code: 'blocked-origin', message })
  }
}
