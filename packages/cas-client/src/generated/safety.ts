// Made by `npm run generate` from specs/cas/openapi.yaml. Do not edit.
/** Whether the client may send an operation again by itself, by method and path: `x-safe` of the contract. */
export const safety = {
  'GET /api/v1/datasets': true,
  'GET /api/v1/providers': true,
  'GET /api/v1/providers/{slug}': true,
  'GET /health': true,
  'POST /api/v1/extract': true,
  'POST /api/v1/extract/batch': true
} as const
