import { brokenJson, contentType, isRecord, malformed, redactUrl } from '@geoclients/client-core'
import { isJobInfo } from '../../parse/job.ts'
import { looksLikePage, startText, tryJson, tryText } from '../../utils/text.ts'
import type { ResultsSource } from '../context.ts'
import { insteadOfLoose, tryLooseJson } from './loose-json.ts'
import { idAndValue, outputsArray } from './quirks/document.ts'

/** What is labelled as JSON and is none; rejects where it is broken. `cause` is the error of the parser. */
export async function readOddJson(
  source: ResultsSource,
  type: string | undefined,
  text: string,
  cause: unknown
): Promise<unknown> {
  const { response, error } = source
  if (await isTextInstead(source, text)) {
    source.warn(
      `results are labelled ${type}, but the process description says text, so they are read as text: ${redactUrl(response.url)}`
    )
    return undefined
  }
  const loose = tryLooseJson(text)
  if (loose === undefined) {
    const expected = insteadOfLoose(text)
    if (expected) throw malformed(source, expected, text)
    throw brokenJson(text, response, error, cause)
  }
  source.warn(
    `results contain NaN or Infinity, which JSON does not allow, so they are read as null: ${redactUrl(response.url)}`
  )
  return loose
}

/** Raw text under a label of JSON: only where the one output is a text. What begins like JSON was cut, and a page of HTML is one. */
export async function isTextInstead(source: ResultsSource, text: string): Promise<boolean> {
  if (/^\s*(?:[{["]|$)/.test(text) || (looksLikePage(text) && !(await source.isOutputType('text/html')))) return false
  return (await describedAsText(source)) === true
}

/** pygeoapi labels its JSON `text/html` or `text/plain`; a real output of that type is only its own wrapper of it. */
export async function readUnlabelled(source: ResultsSource, type: string | undefined): Promise<unknown> {
  const { bytes } = source.response
  const label = contentType(source.response)
  const start = startText(bytes, 1_000, label)
  if (!(type === 'text/plain' ? /^\s*[{[]/ : /^\s*[{["\w-]/).test(start)) return undefined
  const text = tryText(bytes, label)
  const json = text === undefined ? undefined : tryJson(text)
  if (json === undefined || type === undefined) return json
  const isText = type === 'text/plain' ? await describedAsText(source) : false
  if (isText) return undefined
  const isWrapper = isRecord(json) && (idAndValue(json) ?? outputsArray(json)) !== undefined
  if (isWrapper || isJobInfo(json)) return json
  return isText === undefined || (await source.isOutputType(type)) ? undefined : json
}

/** Whether the only output is a text by its description; undefined where that does not tell. No document is one. */
async function describedAsText({ requested, outputIds, outputSchema }: ResultsSource): Promise<boolean | undefined> {
  if (requested === 'document') return false
  const [id, other] = await outputIds()
  if (id === undefined) return undefined
  if (other !== undefined) return false // text would be one output, and there are several
  const schema = await outputSchema(id)
  const types = isRecord(schema) ? [schema.type].flat().filter((type) => type !== undefined && type !== 'null') : []
  return types.length === 0 ? undefined : types.every((type) => type === 'string')
}
