import { isRecord, mediaType, redactUrl } from '@geoclients/client-core'
import { isExceptionOf } from '../parse/error-in-success.ts'
import { idForJobId, jobIdFromBodyLinks } from '../parse/quirks/job.ts'
import type { ResultsSource } from '../results/context.ts'
import { idAndValue, outputsArray } from '../results/json/quirks/document.ts'
import { isGeoJson, outputsInside } from '../results/json/quirks/value.ts'
import { readJsonBody } from '../results/json/sniff.ts'

/**
 * Whether a 201 contains results instead of a job, as some servers answer a synchronous run. A response that names a job is
 * a job. Otherwise the body is results if the process describes it so, or if no job was requested and it has no status.
 */
export async function isResultsWith201(source: ResultsSource, isAsync: boolean): Promise<boolean> {
  const { response, warn } = source
  const isResults = await mayBeResults(source, isAsync)
  if (isResults) warn(`the server returned 201 with results instead of a job: ${redactUrl(response.url)}`)
  return isResults
}

async function mayBeResults(source: ResultsSource, isAsync: boolean): Promise<boolean> {
  const type = mediaType(source.response)
  const body = await readJsonBody(source).catch(() => null)
  if (body === null) return false
  if (body === undefined) return type !== undefined && type !== 'text/html' && !(isAsync && type.startsWith('text/'))
  if (!isRecord(body)) return !isAsync
  if (idAndValue(body) || outputsArray(body) || isGeoJson(body)) return true
  if (typeof body.status === 'string' || idForJobId(body) !== undefined || jobIdFromBodyLinks(body) !== undefined) {
    return false
  }
  if (outputsInside(body)) return true
  const ids = await source.outputIds()
  if (ids.length > 0) return Object.keys(body).some((id) => ids.includes(id))
  return !(isAsync || 'message' in body || (await isExceptionOf(body, source)))
}
