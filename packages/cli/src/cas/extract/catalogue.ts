import type { CasClient, Dataset } from '@geoclients/cas-client'
import { UsageError } from '../../program/usage-error.ts'

/** The descriptions of the requested datasets. @throws UsageError if the service does not have one */
export async function findAll(cas: CasClient, ids: readonly string[], signal: AbortSignal): Promise<Dataset[]> {
  const wanted = new Set(ids)
  const found = new Map<string, Dataset>()
  const all: string[] = []
  for await (const dataset of cas.iterDatasets({}, { signal })) {
    all.push(dataset.id)
    if (wanted.has(dataset.id)) found.set(dataset.id, dataset)
  }
  return [...wanted].map((id) => {
    const dataset = found.get(id)
    if (dataset) return dataset
    const near = all.filter((other) => other.includes(id) || other.split(':')[1] === id.split(':')[1])
    throw new UsageError(
      `there is no dataset ${id}${near.length > 0 ? `; similar: ${near.slice(0, 3).join(', ')}` : ''}`,
      {
        next: 'To list the datasets: geoclients cas datasets'
      }
    )
  })
}
