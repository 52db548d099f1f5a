import { type MockServer, type ServeOptions, serve as serveAny } from '@geoclients/mock-core/node'
import type { CasMock } from '../cas-mock.ts'
import { withCors } from './cors.ts'

/**
 * Serves a mock over HTTP, to pages of other origins in the service's own way: see `withCors`.
 * @throws the system's error, such as EADDRINUSE, where it cannot listen
 */
export function serve(
  { handle, basePath }: CasMock,
  { cors = true, ...options }: ServeOptions = {}
): Promise<MockServer> {
  return serveAny({ handle: cors ? withCors(handle) : handle, basePath }, { ...options, cors: false })
}
