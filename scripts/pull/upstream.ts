import { readFile } from 'node:fs/promises'
import { Failure } from '../command/failure.ts'
import { parseOpenApi } from '../contract/documents.ts'

/** Reads an OpenAPI document from a file. Throws a {@link Failure} if it is invalid. */
export async function readOpenApi(file: string): Promise<object> {
  try {
    return described(parseOpenApi(await readFile(file, 'utf8'), file), file)
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure(`${file} cannot be read (${codeOf(cause)})`, { cause })
  }
}

/**
 * Fetches the OpenAPI document of a running server; `from` is the address of the document or the base URL of the server,
 * which then has it at `openapi.json`. Throws a {@link Failure} if there is none at either URL.
 */
export async function fetchOpenApi(from: string): Promise<object> {
  const failures: string[] = []
  for (const url of candidates(from)) {
    try {
      return described(parseOpenApi(await fetchText(url), url.href), url.href)
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
  try {
    const headers = { accept: 'application/json, application/yaml;q=0.9, */*;q=0.1' }
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(30_000) })
    if (!response.ok) throw new Failure(`${url} answered ${response.status}`)
    return await response.text()
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure(`${url} cannot be reached (${codeOf(cause)})`, { cause })
  }
}

function described(document: Record<string, unknown>, name: string): object {
  const { paths } = document
  if (paths !== null && typeof paths === 'object' && Object.keys(paths).length > 0) return document
  throw new Failure(`${name} describes no paths`)
}

/** The reason of a failure: the code of its innermost cause, or its message. */
function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if ('code' in error && typeof error.code === 'string') return error.code
  const cause = error instanceof AggregateError ? error.errors[0] : error.cause
  return cause === undefined ? error.message || error.name : codeOf(cause)
}
