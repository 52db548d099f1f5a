import { defineConfig, type UserConfig } from 'vite'

/** The page calls the service on its own origin, and Vite forwards the requests, so no CORS headers are needed. */
const config: UserConfig = defineConfig({
  build: { target: 'es2022' },
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
