const OGC = 'http://www.opengis.net/def/rel/ogc/1.0/'

type Relation = 'conformance' | 'processes' | 'jobs' | 'execute' | 'results' | 'exceptions'

/** The standard's link relations. */
export const RELATIONS: Readonly<Record<Relation, string>> = {
  conformance: `${OGC}conformance`,
  processes: `${OGC}processes`,
  jobs: `${OGC}job-list`,
  execute: `${OGC}execute`,
  results: `${OGC}results`,
  exceptions: `${OGC}exceptions`
}
