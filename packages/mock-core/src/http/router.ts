import type { Handle } from '../handle.ts'
import { matchPath } from './path-template.ts'

/** The context of a route. */
export interface RouteContext {
  readonly request: Request
  readonly url: URL
  /** Origin of the request plus base path, without a trailing slash. Absolute links begin with it. */
  readonly baseUrl: string
  /** A decoded path parameter. */
  param(name: string): string
}

export interface Route {
  readonly method: string
  readonly template: string
  readonly handle: (context: RouteContext) => Response | Promise<Response>
}

/** The error responses of an API. */
export interface RouterErrors {
  notFound(request: Request): Response
  /** The router adds `Allow` itself. */
  methodNotAllowed(request: Request, allow: readonly string[]): Response
  /** The response for an error that a route has thrown; if undefined, the error is thrown again. */
  failed(error: unknown, request: Request): Response | undefined
}

export interface RouterOptions {
  /** Whether HEAD is answered like GET, without the body. Default true. */
  readonly headLikeGet?: boolean
}

/** Dispatches by method and path below `basePath`, which has no trailing slash. */
export function createRouter(
  routes: readonly Route[],
  errors: RouterErrors,
  basePath: string = '',
  { headLikeGet = true }: RouterOptions = {}
): Handle {
  return async (request) => {
    const url = new URL(request.url)
    const path = belowBase(url.pathname, basePath)
    const matches = routes.flatMap((route) => {
      const params = path === undefined ? undefined : matchPath(route.template, path)
      return params === undefined ? [] : [{ route, params }]
    })
    if (matches.length === 0) return errors.notFound(request)

    const method = headLikeGet && request.method === 'HEAD' ? 'GET' : request.method
    const match = matches.find(({ route }) => route.method === method)
    if (match === undefined) {
      const methods = matches.map(({ route }) => route.method)
      const allow = headLikeGet ? withHead(methods) : methods
      const response = errors.methodNotAllowed(request, allow)
      response.headers.set('Allow', allow.join(', '))
      return response
    }
    const response = await run(match.route, match.params)
    return request.method === 'HEAD' ? withoutBody(response) : response

    async function run(route: Route, params: Record<string, string>): Promise<Response> {
      const param = (name: string): string => {
        const value = params[name]
        if (value === undefined) throw new Error(`${route.template} has no parameter ${name}`)
        return value
      }
      try {
        return await route.handle({
          request,
          url,
          baseUrl: url.origin + basePath,
          param
        })
      } catch (error) {
        const response = errors.failed(error, request)
        if (response === undefined) throw error
        return response
      }
    }
  }
}

/** The path relative to the base path, with a leading slash; undefined if it is outside. */
export function belowBase(path: string, basePath: string): string | undefined {
  if (path === basePath || path === '') return '/'
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined
}

function withHead(methods: readonly string[]): string[] {
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
}

function withoutBody(response: Response): Response {
  return new Response(null, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers
  })
}
