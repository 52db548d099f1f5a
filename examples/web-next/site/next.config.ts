import { join } from 'node:path'
import type { NextConfig } from 'next'

const service = process.env.OGC_URL ?? 'http://127.0.0.1:8008'

const config: NextConfig = {
  // Pages call /ogc on their own origin, and Next forwards the requests, so no CORS headers are needed. Next reads this at build time.
  rewrites: async () => [{ source: '/ogc/:path*', destination: `${service}/:path*` }],
  // Only needed in this repository, where the packages are outside of the application's folder.
  turbopack: { root: join(import.meta.dirname, '..', '..', '..') }
}

export default config
