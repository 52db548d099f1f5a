import type { Feature, GeoJsonGeometry } from '@geoclients/cas-client'

/* What pages and docstrings take for granted, with the names that they use. */
export const baseUrl = 'https://example.com/ogc'
export const [apiKey, key, password, clientSecret] = ['my-key', 'my-key', 'secret', 'secret']
export const [userName, clientId, tokenUrl] = ['ann', 'my-tool', 'https://login.example.com/token']
export const session = { accessToken: 'my-token' }
export const vault = { read: async (name: string): Promise<string> => `secret of ${name}` }

export const signal = new AbortController().signal
export const disk = new WritableStream<Uint8Array>()
export const out = { write(_: unknown): void {} }
export const report = (_index: number, _error: Error): void => {}
export const onProgress = (_: unknown): void => {}

export const datasetIds = ['copernicus_dem:elevation', 'esa_worldcover:land_cover']
export const geometry: GeoJsonGeometry = { type: 'Point', coordinates: [7.45, 46.95] }
export const catchment: Feature = { type: 'Feature', geometry, properties: { name: 'Aare' } }
export const features: Feature[] = [catchment]
export const file = new File([`${JSON.stringify(catchment)}\n`], 'catchments.geojsonl')
