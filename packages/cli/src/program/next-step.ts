import { isClientError, isOgcError } from '@geoclients/ogc-client'

/** The next step after an error; undefined if its message is enough. */
export function nextStep(error: unknown): string | undefined {
  if (!isClientError(error)) return undefined
  const service = isOgcError(error) ? 'ogc' : 'cas'
  const exception = isOgcError(error) ? error.exception : undefined
  if (error.code === 'config' && /^(?:api_url|base_url) is missing/.test(error.message)) {
    return `Give --base-url URL, or keep an address: geoclients ${service} configure`
  }
  if (error.status === 401 || error.status === 403) return credentialsOf(service)
  if (exception === 'no-such-process') return 'What there is: geoclients ogc processes'
  if (exception === 'no-such-job') return 'What there is: geoclients ogc jobs'
  if (exception === 'result-not-ready') return 'Wait for it: geoclients ogc wait JOB'
  switch (error.code) {
    case 'network':
      return 'Check the address, the network and whether the server runs.'
    case 'timeout':
      return 'Give it more time with --timeout SECONDS, or ask whether the server is well.'
    case 'wait-timeout':
      return 'The job continues. Wait again: geoclients ogc wait JOB'
    case 'media-type':
      return 'Check that --base-url is the address of the API, not of a web page about it.'
    case 'auth':
      return credentialsOf(service)
    case 'body-too-large':
      return service === 'ogc' ? 'Write the outputs to files: -o DIR' : undefined
    default:
      return undefined
  }
}

function credentialsOf(service: 'ogc' | 'cas'): string {
  return service === 'ogc'
    ? 'Log in: geoclients ogc login. Or say how: geoclients ogc configure'
    : 'Set CAS_API_KEY, or keep a key: geoclients cas configure'
}
