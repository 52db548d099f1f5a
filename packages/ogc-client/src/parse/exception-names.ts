const definitions = /^https?:\/\/www\.opengis\.net\/def\//
const exceptions = /^(?:exceptions\/ogcapi-processes-\d\/[^/]+|rel\/ogc\/[^/]+\/exception)\//
/** The last part of one of the standard's exception URIs; undefined for other texts. */
function standardName(uri: string): string | undefined {
  const path = uri.replace(definitions, '')
  const name = path.replace(exceptions, '')
  return path === uri || name === path ? undefined : name
}

/** Requires at least two words, because a bare `process` or `error` is not an exception name. */
const isOwsCode = (name: string): boolean => /^[A-Z][A-Za-z]*$/.test(name) && /[a-z][A-Z]/.test(name)
/** Whether a name can only be an exception: a URI of the standard or an OWS code. */
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
 * The standard's exception for an unknown resource, derived from the request. For an unknown job, pygeoapi returns
 * `InvalidParameterValue`, GeoServer `NotFound` and javaPS `InvalidParameter`.
 */
export function missingResource(exception: string | undefined, status: number, url: string): string | undefined {
  if (status !== 404 || exception === undefined || !vague.has(exception)) return exception
  const path = url.split(/[?#]/, 1)[0] ?? ''
  const [, collection] = /\/(jobs|processes)\/[^/?#]+(?:\/(?:results|execution))?\/?$/.exec(path) ?? []
  if (collection === undefined) return exception
  return collection === 'jobs' ? 'no-such-job' : 'no-such-process'
}
