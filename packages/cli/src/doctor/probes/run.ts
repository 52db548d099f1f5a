import { isOgcError, type OgcClient } from '@geoclients/ogc-client'
import { createRequest } from '@geoclients/ogc-client/schema'
import { type Finding, no, type Probe, yes } from '../probe.ts'

/** Runs a process with its default inputs. This is the only probe that leaves something on the server: one job. */
export function probeRun(id: string): Probe {
  return async ({ ogc, signal }) => {
    const description = await ogc.getProcess(id, { signal })
    const wanted = Object.keys(description.outputs ?? {})
    return [await ended(ogc, id, createRequest(description), wanted, signal)]
  }
}

async function ended(
  ogc: OgcClient,
  id: string,
  request: { inputs: Record<string, unknown> },
  wanted: readonly string[],
  signal: AbortSignal
): Promise<Finding> {
  const feature = `${id} runs with its defaults, and returns the outputs of its description`
  try {
    const results = await ogc.run(id, request, { signal })
    const missing = wanted.filter((name) => !results.has(name))
    return missing.length === 0
      ? yes(feature)
      : no(feature, `Returns no ${missing.join(', ')}.`, 'Returns the outputs that the server sent.')
  } catch (error) {
    if (signal.aborted || !isOgcError(error)) throw error
    return no(feature, error.message, `Rejects with ${error.code}.`)
  }
}
