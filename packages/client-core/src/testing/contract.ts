/** A small contract in the form that openapi-typescript gives it. */
interface NoParameters {
  query?: never
  header?: never
  path?: never
  cookie?: never
}
interface Body<T> {
  headers: { [name: string]: unknown }
  content: { 'application/json': T }
}
interface Empty {
  headers: { [name: string]: unknown }
  content?: never
}

export interface Job {
  id: string
  progress?: number
}
export interface Problem {
  title: string
}

export interface paths {
  '/jobs': {
    parameters: NoParameters
    get: {
      parameters: Omit<NoParameters, 'query'> & {
        query?: { limit?: number; status?: string[]; filter?: { min?: number } }
      }
      requestBody?: never
      responses: { 200: Body<{ jobs: Job[] }>; 400: Body<Problem> }
    }
    put?: never
    post: {
      parameters: Omit<NoParameters, 'header'> & { header?: { Prefer?: string } }
      requestBody: { content: { 'application/json': { inputs: { [id: string]: unknown }; mode?: 'sync' | 'async' } } }
      responses: { 200: Body<{ result: number }>; 201: Body<Job>; 400: Body<Problem>; 500: Empty }
    }
    delete?: never
  }
  '/jobs/{jobID}': {
    parameters: NoParameters
    get: {
      parameters: Omit<NoParameters, 'path'> & { path: { jobID: string } }
      requestBody?: never
      responses: { 200: Body<Job>; 404: Body<Problem> }
    }
    put?: never
    post?: never
    delete: {
      parameters: Omit<NoParameters, 'path'> & { path: { jobID: string } }
      requestBody?: never
      responses: { 204: Empty }
    }
    patch: {
      parameters: Omit<NoParameters, 'path' | 'query'> & { path: { jobID: string }; query: { dry: boolean } }
      requestBody?: { content: { 'application/json': { progress: number } } }
      responses: { 200: Body<Job> & { content: { 'text/html': string } } }
    }
  }
}
