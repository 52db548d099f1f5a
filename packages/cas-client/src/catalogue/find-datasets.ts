import {
  type ClientCore,
  check,
  checkMembers,
  duration,
  invalidArgument,
  type RequestOptions,
  type Rules,
  SharedAnswers
} from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import type { Dataset } from '../generated/types.ts'
import { type DatasetQuery, datasetQuery, filterRules } from '../request/query.ts'

/** What datasets must offer; all conditions must hold. */
export interface FindDatasets extends Omit<DatasetQuery, 'bbox' | 'limit' | 'offset'> {
  /** A place, longitude and latitude in degrees, within the dataset's extent. */
  readonly at?: readonly [longitude: number, latitude: number] | undefined
}

/** Options of `findDatasets`. */
export interface FindOptions extends RequestOptions {
  /** For how many milliseconds a response may be reused. Default 0: each call sends a request. */
  readonly maxAge?: number | undefined
}

/** The methods of the client that list datasets. */
interface Catalogue {
  iterDatasets(query: DatasetQuery, options: RequestOptions): AsyncIterable<Dataset>
}

const rules: Rules<keyof FindDatasets> = { ...filterRules, at: true }

/** The shared responses of each client, by its core. */
const shared = new WeakMap<object, SharedAnswers<Dataset[]>>()

/** All datasets that match, the finest resolution first. */
export async function findDatasets(
  core: Pick<ClientCore<unknown>, 'clock' | 'error' | 'whoAsks'>,
  catalogue: Catalogue,
  wanted: FindDatasets,
  options: FindOptions = {}
): Promise<Dataset[]> {
  const { maxAge = 0, ...own } = options
  if (maxAge !== 0) check('maxAge', maxAge, duration, core.error)
  const all = queryFor(wanted)
  const query = datasetQuery(all)
  const load = (init: RequestOptions): Promise<Dataset[]> => finestFirst(catalogue.iterDatasets(all, init))
  if (maxAge === 0) return load(own)
  const answers = shared.get(core) ?? new SharedAnswers(core, 100)
  shared.set(core, answers)
  const { headers = {}, signal, timeout = Number.POSITIVE_INFINITY } = own
  const asker = { headers, signal, timeout }
  const kind = { what: 'the list of datasets', maxAge }
  const list = await answers.get(JSON.stringify(query), asker, kind, (alone) => load(alone ? own : {}))
  return [...list]
}

/** The filters of the catalogue for a search. Throws `invalid-argument`. */
function queryFor(wanted: FindDatasets): DatasetQuery {
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

/** Maximum number of datasets, because all of them are in memory. No catalogue is this long. */
export const mostDatasets = 100_000

/** Sorts by resolution, the finest first. Datasets of equal resolution keep the order of the catalogue. */
async function finestFirst(datasets: AsyncIterable<Dataset>): Promise<Dataset[]> {
  const found: Dataset[] = []
  for await (const dataset of datasets) {
    if (found.length >= mostDatasets) {
      const message = `the service lists more than ${mostDatasets} datasets: use iterDatasets`
      throw makeCasError({ code: 'malformed-body', message })
    }
    found.push(dataset)
  }
  return found.sort((a, b) => a.resolution_m - b.resolution_m)
}
