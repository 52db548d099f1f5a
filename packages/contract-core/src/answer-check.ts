import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { createOperationFinder, type OpenApiDocument, pointer } from './operations.ts'
import { readText } from './read-text.ts'
import { requestViolations } from './request-check.ts'

/** One way in which an answer does not match the contract. */
export interface Violation {
  /** `GET /jobs/{jobID}`; for a request that the contract does not know, its own method and path. */
  readonly operation: string
  readonly status: number
  /** `body/jobs/0 must have required property 'type'`, for example. */
  readonly violation: string
}

/**
 * Holds an answer against an OpenAPI 3.1 document; resolves with all that is wrong. Reads a copy of the body. A request that
 * was accepted with it must have what is required: `sent` is its body, if it has one. What a link
 * leads to outside of the contract's paths is none of its business, nor is a refusal of what the contract does not offer,
 * nor a browser's preflight.
 */
export type AnswerCheck = (
  method: string,
  url: string,
  answer: Response,
  sent?: string
) => Promise<readonly Violation[]>

/** Reads the document once; `baseUrl` is what a request's path is counted from. */
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
  // What the branches of a condition lack stands beside it.
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if')
  return [...new Set(errors.map(({ instancePath, message }) => `body${instancePath} ${message}`))]
}

function matchingType(declared: readonly string[], type: string | undefined): string | undefined {
  const ranges = [type, `${type?.split('/', 1)[0]}/*`, '*/*']
  return ranges.flatMap((range) => declared.filter((name) => name.toLowerCase() === range))[0]
}
