import { belowBase, type Handle, matchPath, type Route, type RouterErrors, trimSlashes } from '@geoclients/mock-core'
import { FrameworkFailure, ServiceFailure } from './errors.ts'
import type { RequestIds } from './request-ids.ts'

const HEADER = 'X-Request-ID'

/** Names each request, in a header of its answer and in the envelope where it fails. */
export function withRequestId(ids: RequestIds, handle: Handle): Handle {
  return async (request) => {
    const id = ids.next()
    const response = await handle(request).catch((error: unknown) => {
      if (error instanceof ServiceFailure) return error.toResponse(id)
      if (error instanceof FrameworkFailure) return error.toResponse()
      throw error
    })
    response.headers.set(HEADER, id)
    return response
  }
}

/** What the web framework says before the service is asked. A path with slashes too many leads to the one without. */
export function frameworkErrors(routes: readonly Route[], basePath: string): RouterErrors {
  return {
    notFound: ({ url }) => {
      const target = new URL(url)
      target.pathname = trimSlashes(target.pathname)
      const path = belowBase(target.pathname, basePath) ?? ''
      const found = target.href !== url && routes.some(({ template }) => matchPath(template, path) !== undefined)
      if (!found) return new FrameworkFailure(404, 'Not Found').toResponse()
      return new Response(null, { status: 307, headers: { Location: target.href } })
    },
    methodNotAllowed: () => new FrameworkFailure(405, 'Method Not Allowed').toResponse(),
    // Not here: withRequestId knows the name that belongs into the envelope.
    failed: () => undefined
  }
}
