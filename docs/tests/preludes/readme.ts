/* The page of all clients. */

export { cas } from './cas-client.ts'
export { inputs, OgcClient, ogc } from './ogc-client.ts'
export { apiKey, catchment, datasetIds, disk, features, file, signal } from './samples.ts'
