const OGC = 'http://www.opengis.net/def/rel/ogc/1.0/'

type Relation = 'conformance' | 'processes' | 'jobs' | 'execute' | 'results' | 'exceptions'

/** Link relations that the standard registered. */
export const RELATIONS: Readonly<Record<Relation, string>> = {
  conformance: `${OGC}conformance`,
  processes: `${OGC}processes`,
  jobs: `${OGC}job-list`,
  execute: `${OGC}execute`,
  results: `${OGC}results`,
  exceptions: `${OGC}exceptions`
}
