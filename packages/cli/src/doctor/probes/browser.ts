import { no, type Probe, partly, yes } from '../probe.ts'

const origin = 'https://page.example'
const readable = 'A page on another origin may read the responses (CORS)'
const exposed = 'A page on another origin may read the Location of a job (CORS)'
const allowed = 'A page on another origin may start a process (CORS)'
const proxy = 'In a browser, it needs a proxy on the origin of the page.'

/** Checks what a page of another origin may do in a browser. */
export const probeBrowser: Probe = async ({ ask, processes }) => {
  const { headers } = await ask('/processes', { headers: { origin } })
  const mayRead = allows(headers)
  if (!mayRead) return [no(readable, 'Sends no Access-Control-Allow-Origin.', proxy)]
  const shown = listOf(headers, 'access-control-expose-headers')
  const path = `/processes/${encodeURIComponent(processes[0]?.id ?? 'any')}/execution`
  const preflight = await ask(path, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,prefer'
    }
  })
  return [
    yes(readable),
    shown.includes('location') || shown.includes('*')
      ? yes(exposed)
      : partly(exposed, 'Does not expose Location.', 'Reads the id of a job from the body.'),
    mayStart(preflight.headers) ? yes(allowed) : no(allowed, 'Does not allow POST with Content-Type and Prefer.', proxy)
  ]
}

const allows = (headers: Headers): boolean => ['*', origin].includes(headers.get('access-control-allow-origin') ?? '')

function mayStart(headers: Headers): boolean {
  const names = listOf(headers, 'access-control-allow-headers')
  const may = (name: string): boolean => names.includes('*') || names.includes(name)
  return allows(headers) && may('content-type') && may('prefer')
}

function listOf(headers: Headers, name: string): string[] {
  return (headers.get(name) ?? '').split(',').map((one) => one.trim().toLowerCase())
}
