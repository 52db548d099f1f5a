import {
  checkMembers,
  type ErrorFactory,
  invalidArgument,
  type RequestOptions,
  type Rules
} from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import type { Dataset } from '../generated/types.ts'
import { type DatasetQuery, filterRules } from '../request/query.ts'

/** What datasets must offer; all conditions must hold. */
export interface FindDatasets extends Omit<DatasetQuery, 'bbox' | 'limit' | 'offset'> {
  /** A place, longitude and latitude in degrees, within the dataset's extent. */
  readonly at?: readonly [longitude: number, latitude: number] | undefined
}

const rules: Rules<keyof FindDatasets> = { ...filterRules, at: true }

/** The catalogue's own filters for what is looked for; throws `invalid-argument`. */
export function queryFor(wanted: FindDatasets): DatasetQuery {
  checkMembers('wanted', wanted, rules, makeCasError, 'an object such as { variable: "elevation" }')
  const { at, ...query } = wanted
  const all = { ...query, limit: 1_000 }
  if (at === undefined) return all
  const [longitude, latitude] = readPlace(at)
  return { ...all, bbox: [longitude, latitude, longitude, latitude] }
}

function readPlace(at: unknown): readonly [number, number] {
  if (Array.isArray(at) && at.length === 2 && Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90) return [at[0], at[1]]
  throw invalidArgument(makeCasError, 'at', at, 'a place [longitude, latitude] in degrees')
}

/** A list without end is given up at some point, since all of it is held; no catalogue is this long. */
export const mostDatasets = 100_000

/** The finest resolution first; datasets of one resolution in the order of the catalogue. */
export async function finestFirst(datasets: AsyncIterable<Dataset>, make: ErrorFactory): Promise<Dataset[]> {
  const found: Dataset[] = []
  for await (const dataset of datasets) {
    if (found.length >= mostDatasets) {
      const message = `the service lists more than ${mostDatasets} datasets: use iterDatasets`
      throw make({ code: 'malformed-body', message })
    }
    found.push(dataset)
  }
  return found.sort((a, b) => a.resolution_m - b.resolution_m)
}

/** How a search in the catalogue is made. */
export interface FindOptions extends RequestOptions {
  /** Milliseconds for which an answer may be remembered and given again. Default 0: the service is asked each time. */
  readonly maxAge?: number | undefined
}
