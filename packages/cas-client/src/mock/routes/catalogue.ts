import { json, type Route } from '@geoclients/mock-core'
import type {
  Dataset,
  DatasetListResponse,
  ProviderDetail,
  ProviderListResponse,
  ProviderSummary
} from '../../generated/types.ts'
import { FrameworkFailure } from '../errors.ts'
import type { MockProvider } from '../mock-provider.ts'
import { type DatasetFilter, type Page, readDatasetFilter, readPage } from '../validation/query.ts'
import type { World } from '../world.ts'

/** Providers and datasets. */
export function catalogueRoutes({ providers, admission }: World): Route[] {
  return [
    {
      method: 'GET',
      template: '/api/v1/providers',
      handle: ({ request, url }) => {
        admission.admit(request)
        const page = readPage(url)
        const { items, ...rest } = cut([...providers.values()].map(summarise), page)
        return json<ProviderListResponse>({ ...rest, providers: items })
      }
    },
    {
      method: 'GET',
      template: '/api/v1/providers/{slug}',
      handle: ({ request, param }) => {
        admission.admit(request)
        const provider = providers.get(param('slug'))
        if (provider === undefined) throw new FrameworkFailure(404, `There is no provider '${param('slug')}'`)
        return json<ProviderDetail>({ ...summarise(provider), datasets: describe(provider) })
      }
    },
    {
      method: 'GET',
      template: '/api/v1/datasets',
      handle: ({ request, url }) => {
        admission.admit(request)
        const filter = readDatasetFilter(url)
        const all = [...providers.values()].flatMap(describe)
        const { items, ...rest } = cut(
          all.filter((dataset) => passes(dataset, filter)),
          filter
        )
        return json<DatasetListResponse>({ ...rest, datasets: items })
      }
    }
  ]
}

function summarise({ slug, name, protocol, base_url }: MockProvider): ProviderSummary {
  return { slug, name, protocol, base_url }
}

function describe({ datasets }: MockProvider): Dataset[] {
  return datasets.map(({ description }) => description)
}

function cut<T>(
  all: readonly T[],
  { limit, offset }: Page
): { total: number; limit: number; offset: number; count: number; items: T[] } {
  const items = all.slice(offset, offset + limit)
  return { total: all.length, limit, offset, count: items.length, items }
}

function passes(dataset: Dataset, filter: DatasetFilter): boolean {
  const { provider, variables, temporal, resolution_m: resolution, bbox } = dataset
  const { minResolution = -Infinity, maxResolution = Infinity, variable, temporalType } = filter
  const [west = -Infinity, south = -Infinity, east = Infinity, north = Infinity] = filter.bbox ?? []
  return (
    (filter.provider === undefined || provider === filter.provider) &&
    (variable === undefined || variables.some(({ name }) => name.toLowerCase() === variable)) &&
    (temporalType === undefined || temporal.temporal_type === temporalType) &&
    resolution >= minResolution &&
    resolution <= maxResolution &&
    bbox.max_lon >= west &&
    bbox.min_lon <= east &&
    bbox.max_lat >= south &&
    bbox.min_lat <= north
  )
}
