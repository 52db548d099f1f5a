import type { OgcClient, ProcessDescription } from '@geoclients/ogc-client'

export interface ReadDescriptionsOptions {
  readonly signal?: AbortSignal | undefined
  /** Called for a process whose description cannot be read. The process is then left out. Default: the call rejects. */
  readonly onError?: ((processId: string, error: unknown) => void) | undefined
}

/** Number of concurrent requests. */
const together = 4

/**
 * The descriptions of all processes of a server, in the order of its list.
 *
 * @example
 * const text = await generateProcessTypes(await readDescriptions(ogc))
 */
export async function readDescriptions(
  ogc: Pick<OgcClient, 'iterProcesses' | 'getProcess'>,
  options: ReadDescriptionsOptions = {}
): Promise<ProcessDescription[]> {
  const { signal, onError } = options
  const ids: string[] = []
  for await (const { id } of ogc.iterProcesses({}, { signal })) ids.push(id)
  const described = new Map<string, ProcessDescription>()
  const waiting = ids.values()
  const work = async (): Promise<void> => {
    for (const id of waiting) {
      try {
        described.set(id, await ogc.getProcess(id, { signal }))
      } catch (error) {
        if (!onError) throw error
        onError(id, error)
      }
    }
  }
  await Promise.all(Array.from({ length: together }, work))
  return ids.flatMap((id) => described.get(id) ?? [])
}
