import { OgcClient } from '@geoclients/ogc-client'

/** The client of the server components. The token stays on the server. */
export const ogc = new OgcClient({
  baseUrl: process.env.OGC_URL ?? 'http://127.0.0.1:8008',
  accessToken: process.env.OGC_TOKEN
})
