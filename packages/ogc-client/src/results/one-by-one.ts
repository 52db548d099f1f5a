import { type CallSettings, malformed, mediaType, resolveLink } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { isOgcError } from '../errors/ogc-error.ts'
import { isProblem } from '../parse/error-in-success.ts'
import type { NamedOutput, ResultsContext, ResultsSource } from './context.ts'
import { readJsonBody } from './json/sniff.ts'
import { readValue } from './json/value.ts'
import type { ReadOutput } from './output/types.ts'
import { mostOutputs } from './output-ids.ts'
import { readOutputs } from './parse.ts'
import { Results } from './results.ts'

/** Path of an output of a job, or of one of its values. */
export interface OutputPath {
  readonly jobID: string
  readonly outputID: string
  /** Index from 0. */
  readonly N?: number
}

/**
 * Gets one output of a job (version 2.0), or one of its values. JSON is always the value, whatever its form. If an output has
 * several values that are not all in the response, it is a list of links to them.
 */
export async function getOutput(
  core: OgcCore,
  path: OutputPath,
  settings: CallSettings,
  context: ResultsContext
): Promise<ReadOutput> {
  const isItem = path.N !== undefined
  const response = await core.request(`GET /jobs/{jobID}/results/{outputID}${isItem ? '/{N}' : ''}`, settings, {
    path: { ...path },
    headers: context.prefer ? { prefer: context.prefer } : {},
    mode: 'open'
  })
  const ids = async (): Promise<readonly string[]> => [path.outputID]
  const source: ResultsSource = { ...context, outputIds: ids, knownIds: ids, response, error: core.error }
  const body = await readJsonBody(source)
  if (isProblem(response)) throw core.describe(response, body)
  const count = Number(response.headers.get('OGC-Output-Values-Count'))
  if (!isItem && count > 1 && !Array.isArray(body)) {
    response.rest?.cancel(undefined).catch(() => {})
    if (!(count <= mostOutputs)) {
      throw malformed(source, `the first of at most ${mostOutputs} values`, count)
    }
    const here = `${response.url.split(/[?#]/, 1)[0]}/`
    const links = Array.from({ length: count }, (_, i) => ({ href: resolveLink(String(i), here).href }))
    return readValue(links, source)
  }
  if (body !== undefined) return readValue(body, source, { isMember: true, mediaType: mediaType(response) })
  const [first] = await readOutputs(source, mediaType(response), body)
  if (first) return first[1]
  throw core.error({ code: 'no-such-output', message: `output ${JSON.stringify(path.outputID)} has no value` })
}

/**
 * The results of a job whose `/results` has none (version 2.0), which `error` says: none was wanted, or the server has them
 * one by one. Rejects with `error` where it has not.
 */
export async function resultsOneByOne(
  core: OgcCore,
  jobId: string,
  settings: CallSettings,
  context: ResultsContext,
  error: unknown
): Promise<Results> {
  const outputs: NamedOutput[] = []
  for (const id of context.isNoneWanted ? [] : await context.outputIds()) {
    try {
      outputs.push([id, await getOutput(core, { jobID: jobId, outputID: id }, settings, context)])
    } catch (fault) {
      // A process may omit some of its outputs.
      if (!isOgcError(fault) || !(fault.status === 404 || fault.exception === 'no-such-output')) throw fault
    }
  }
  if (outputs.length === 0 && !context.isNoneWanted) throw error
  return new Results(new Map(outputs), core.error)
}
