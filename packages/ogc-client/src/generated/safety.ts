// Made by `npm run generate` from specs/ogc-processes/openapi.yaml. Do not edit.
/** Whether the client may send an operation again by itself, by method and path: `x-safe` of the contract. */
export const safety = {
  'DELETE /jobs/{jobID}': false,
  'DELETE /processes/{processID}': false,
  'GET /': true,
  'GET /conformance': true,
  'GET /jobs': true,
  'GET /jobs/{jobID}': true,
  'GET /jobs/{jobID}/definition': true,
  'GET /jobs/{jobID}/inputs': true,
  'GET /jobs/{jobID}/results': true,
  'GET /jobs/{jobID}/results/{outputID}': true,
  'GET /jobs/{jobID}/results/{outputID}/{N}': true,
  'GET /processes': true,
  'GET /processes/{processID}': true,
  'GET /processes/{processID}/package': true,
  'PATCH /jobs/{jobID}': false,
  'POST /jobs': false,
  'POST /jobs/{jobID}/results': false,
  'POST /processes': false,
  'POST /processes/{processID}/execution': false,
  'PUT /processes/{processID}': false
} as const
