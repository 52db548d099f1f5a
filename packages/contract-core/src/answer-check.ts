import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { createOperationFinder, type OpenApiDocument, pointer } from './operations.ts'
import { readText } from './read-text.ts'
import { requestViolations } from './request-check.ts'

/** A mismatch between a response and the contract. */
export interface Violation {
  /** `GET /jobs/{jobID}`, or the method and path of a request that is not in the contract. */
  readonly operation: string
  readonly status: number
  /** `body/jobs/0 must have required property 'type'`, for example. */
  readonly violation: string
}

/**
 * Checks a response against an OpenAPI 3.1 document, and resolves with all violations. Reads a copy of the body. If the server
 * accepted the request, the request must have all required members; `sent` is its body. These are not checked: URLs outside
 * of the contract's paths, refusals of operations that the contract does not have, and preflights.
 */
export type AnswerCheck = (
  method: string,
  url: string,
  answer: Response,
  sent?: string
) => Promise<readonly Violation[]>

/** Reads the document once. Paths of requests are relative to `baseUrl`. */
export async function createAnswerCheck(documentUrl: URL, baseUrl: string): Promise<AnswerCheck> {
  const document = parse(await readText(documentUrl)) as OpenApiDocument
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false })
  addFormats.default(ajv)
  ajv.addSchema(document, 'contract')
  const { find, covers } = createOperationFinder(document, baseUrl)

  return async (method, url, answer, sent) => {
    const found = find(method, url)
    const at = { operation: found?.name ?? `${method} ${new URL(url).pathname}`, status: answer.status }
    const wrong = (violation: string): Violation => ({ ...at, violation })
    if (!found)
      return answer.ok && method !== 'OPTIONS' && covers(url) ? [wrong('is no operation of the contract')] : []
    const declared = found.response(answer.status)
    if (!declared) return [wrong(`status ${answer.status} is not declared`)]
    const asked = answer.ok && sent !== undefined ? requestViolations(document, found, sent) : []
    if (asked.length > 0) return asked.map(wrong)
    const headers = declared.requiredHeaders
      .filter((name) => !answer.headers.has(name))
      .map((name) => wrong(`header ${name} is missing`))
    return [...headers, ...(await bodyViolations(ajv, answer, declared)).map(wrong)]
  }
}

async function bodyViolations(
  ajv: Ajv2020,
  answer: Response,
  declared: { at: string[]; mediaTypes: string[] }
): Promise<string[]> {
  const bytes = new Uint8Array(await answer.clone().arrayBuffer())
  if (declared.mediaTypes.length === 0) return bytes.length > 0 ? ['body is not declared'] : []
  const type = answer.headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (bytes.length === 0 && type === undefined) return ['body is missing']
  const matching = matchingType(declared.mediaTypes, type)
  if (matching === undefined) return [`media type ${type ?? 'none'} is not declared`]
  if (!/[/+]json$/.test(type ?? '')) return []
  return schemaViolations(ajv, [...declared.at, 'content', matching, 'schema'], new TextDecoder().decode(bytes))
}

function schemaViolations(ajv: Ajv2020, at: string[], text: string): string[] {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return ['body is no JSON']
  }
  const validate = ajv.compile({ $ref: `contract#${pointer(at)}` })
  if (validate(body)) return []
  // The errors of its branches are listed separately.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if')
  return [...new Set(errors.map(({ instancePath, message }) => `body${instancePath} ${message}`))]
}

function matchingType(declared: readonly string[], type: string | undefined): string | undefined {
  const ranges = [type, `${type?.split('/', 1)[0]}/*`, '*/*']
  return ranges.flatMap((range) => declared.filter((name) => name.toLowerCase() === range))[0]
}
