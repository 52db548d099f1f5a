import { isClientError, isOgcError } from '@geoclients/ogc-client'

/** The next step after an error; undefined if its message is enough. */
export function nextStep(error: unknown): string | undefined {
  if (!isClientError(error)) return undefined
  const service = isOgcError(error) ? 'ogc' : 'cas'
  const exception = isOgcError(error) ? error.exception : undefined
  if (error.code === 'config' && /^(?:api_url|base_url) is missing/.test(error.message)) {
    return `Pass --base-url URL, or save an address: geoclients ${service} configure`
  }
  if (error.status === 401 || error.status === 403) return credentialsOf(service)
  if (exception === 'no-such-process') return 'To list the processes: geoclients ogc processes'
  if (exception === 'no-such-job') return 'To list the jobs: geoclients ogc jobs'
  if (exception === 'result-not-ready') return 'To wait for it: geoclients ogc wait JOB'
  switch (error.code) {
    case 'network':
      return 'Check the address and the network, and whether the server is running.'
    case 'timeout':
      return 'Allow more time with --timeout SECONDS, or check whether the server works.'
    case 'wait-timeout':
      return 'The job continues. To wait again: geoclients ogc wait JOB'
    case 'media-type':
      return 'Check that --base-url is the address of the API, not of a web page about it.'
    case 'auth':
      return credentialsOf(service)
    case 'body-too-large':
      return service === 'ogc' ? 'To write the outputs to files: -o DIR' : undefined
    default:
      return undefined
  }
}

function credentialsOf(service: 'ogc' | 'cas'): string {
  return service === 'ogc'
    ? 'To log in: geoclients ogc login. To choose how: geoclients ogc configure'
    : 'Set CAS_API_KEY, or save a key: geoclients cas configure'
}
