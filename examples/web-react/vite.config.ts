import { defineConfig, type UserConfig } from 'vite'

/** Pages call the service on their own origin, and Vite forwards the requests, so no CORS headers are needed. */
const config: UserConfig = defineConfig({
  server: {
    proxy: {
      '/ogc': {
        target: process.env.OGC_URL ?? 'http://127.0.0.1:8008',
        changeOrigin: true,
        rewrite: (path) => path.replace(/^\/ogc/, '')
      }
    }
  }
})

export default config
