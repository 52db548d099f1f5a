const definitions = /^https?:\/\/www\.opengis\.net\/def\//
const exceptions = /^(?:exceptions\/ogcapi-processes-\d\/[^/]+|rel\/ogc\/[^/]+\/exception)\//
/** The name at the end of an exception's URI in the standard; undefined for any other text. */
function standardName(uri: string): string | undefined {
  const path = uri.replace(definitions, '')
  const name = path.replace(exceptions, '')
  return path === uri || name === path ? undefined : name
}

/** At least two words, so that a bare `process` or `error` is no exception's name. */
const isOwsCode = (name: string): boolean => /^[A-Z][A-Za-z]*$/.test(name) && /[a-z][A-Z]/.test(name)
/** Whether a name is an exception's and nothing else: a URI of the standard or an OWS code. */
export function isExceptionName(name: unknown): boolean {
  return typeof name === 'string' && (standardName(name) !== undefined || isOwsCode(name))
}

const words = /^[a-z]+(?:[ -][a-z]+)+$/

const synonyms: Readonly<Record<string, string>> = { 'results-not-ready': 'result-not-ready' }

/**
 * The standard's name of an exception: the last part of its URI, an OWS code such as `NoSuchProcess` (pygeoapi, javaPS,
 * GeoServer) or words such as `permission denied` (the Copernicus stores). Undefined for any other type.
 */
export function exceptionNamed(type: string | undefined): string | undefined {
  if (type === undefined) return undefined
  const standard = standardName(type)
  if (standard === undefined && !isOwsCode(type) && !words.test(type)) return undefined
  const name = standard ?? type
  const kebab = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(' ', '-')
    .toLowerCase()
  return synonyms[kebab] ?? kebab
}

const vague = new Set(['invalid-parameter-value', 'invalid-parameter', 'not-found'])

/**
 * pygeoapi says `InvalidParameterValue` and GeoServer `NotFound` and javaPS `InvalidParameter` of a job that they do not know: what was asked for
 * tells what is missing.
 */
export function missingResource(exception: string | undefined, status: number, url: string): string | undefined {
  if (status !== 404 || exception === undefined || !vague.has(exception)) return exception
  const path = url.split(/[?#]/, 1)[0] ?? ''
  const [, collection] = /\/(jobs|processes)\/[^/?#]+(?:\/(?:results|execution))?\/?$/.exec(path) ?? []
  if (collection === undefined) return exception
  return collection === 'jobs' ? 'no-such-job' : 'no-such-process'
}
