import { Failure, reasonOf } from '../command/failure.ts'
import { parseOpenApi, readText } from '../contract/documents.ts'
import { isMap } from '../contract/openapi-keys.ts'

/**
 * Reads the OpenAPI document in a file, or of a running server: at the URL, or at `openapi.json` below it. Throws a
 * {@link Failure} that says what is there instead.
 */
export async function readUpstream(from: string): Promise<object> {
  if (!/^https?:/i.test(from)) return described(await readText('', from), from)
  const failures: string[] = []
  for (const url of candidates(from)) {
    try {
      return described(await fetchText(url), url.href)
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause
      failures.push(cause.message)
    }
  }
  throw new Failure(failures.join('\n'))
}

function candidates(from: string): URL[] {
  if (!URL.canParse(from)) throw new Failure(`${from} is not a URL`)
  const given = new URL(from)
  if (given.username || given.password) throw new Failure('The URL must not contain credentials')
  const below = new URL(given)
  below.pathname = `${given.pathname.replace(/\/$/, '')}/openapi.json`
  return given.pathname.endsWith('.json') ? [given] : [given, below]
}

async function fetchText(url: URL): Promise<string> {
  const headers = { accept: 'application/json, application/yaml;q=0.9, */*;q=0.1' }
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(30_000) }).catch((cause) => {
    throw new Failure(`${url} cannot be reached (${reasonOf(cause)})`, { cause })
  })
  if (!response.ok) throw new Failure(`${url} answered ${response.status}`)
  return response.text()
}

function described(text: string, name: string): object {
  const document = parseOpenApi(text, name)
  if (isMap(document.paths) && Object.keys(document.paths).length > 0) return document
  throw new Failure(`${name} describes no paths`)
}
