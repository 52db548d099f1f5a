import { join } from 'node:path'
import type { NextConfig } from 'next'

const service = process.env.OGC_URL ?? 'http://127.0.0.1:8008'

const config: NextConfig = {
  // Pages call /ogc on their own origin, and Next forwards the requests: no CORS. Next reads this when it builds.
  rewrites: async () => [{ source: '/ogc/:path*', destination: `${service}/:path*` }],
  // Only in this repository, where the packages lie outside of the application's folder.
  turbopack: { root: join(import.meta.dirname, '..', '..', '..') }
}

export default config
