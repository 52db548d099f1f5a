import type * as GeoJSON from 'geojson'
import { expectTypeOf, test } from 'vitest'
import type { CasClient, Enriched, EnrichedRow, Feature, FeatureLike } from '../../index.ts'

declare const cas: CasClient
const datasetIds = ['a:elevation']

async function first<F extends FeatureLike>(rows: AsyncIterable<EnrichedRow<F>>): Promise<EnrichedRow<F>> {
  for await (const row of rows) return row
  throw new Error('none')
}

test('properties keep their types beside the new ones', async () => {
  const catchments = {} as GeoJSON.FeatureCollection<GeoJSON.Polygon, { name: string }>
  const { feature, input } = await first(cas.enrich(catchments, { datasetIds }))
  expectTypeOf(feature.properties.name).toEqualTypeOf<string>()
  expectTypeOf(feature.properties.elevation).toEqualTypeOf<unknown>()
  expectTypeOf(feature.geometry).toEqualTypeOf<GeoJSON.Polygon>()
  expectTypeOf(feature).toExtend<GeoJSON.Feature<GeoJSON.Polygon>>()
  expectTypeOf(input).toEqualTypeOf<GeoJSON.Feature<GeoJSON.Polygon, { name: string }>>()
  // @ts-expect-error of an unknown type
  const elevation: number = feature.properties.elevation
  // @ts-expect-error a name is text
  const name: number = feature.properties.name
  expectTypeOf([elevation, name]).toBeArray()
})

test('there are properties in any case', () => {
  expectTypeOf<Enriched<GeoJSON.Feature>['properties']>().not.toBeNullable()
  expectTypeOf<Enriched<Feature>['properties']>().toExtend<Record<string, unknown>>()
  type None = { type: 'Feature'; geometry: GeoJSON.Point; properties: null }
  expectTypeOf<Enriched<None>['properties']>().toEqualTypeOf<Record<string, unknown>>()
  type Missing = { type: 'Feature'; geometry: GeoJSON.Point }
  expectTypeOf<Enriched<Missing>['properties']>().toEqualTypeOf<Record<string, unknown>>()
  type Perhaps = GeoJSON.Feature<GeoJSON.Point, { name: string } | null>
  expectTypeOf<Enriched<Perhaps>['properties']['name']>().toEqualTypeOf<string>()
  expectTypeOf<Enriched<GeoJSON.Feature>>().toExtend<GeoJSON.Feature>()
})

test('features without geometry, imported JSON and what is readonly are taken', () => {
  const perhaps: GeoJSON.Feature<GeoJSON.Polygon | null>[] = []
  cas.enrich(perhaps, { datasetIds })
  const json = {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] }, properties: { name: 'x' } },
      { type: 'Feature', geometry: { type: 'Polygon', coordinates: [[[1, 2]]] }, properties: { name: 'x' } }
    ]
  }
  cas.enrich(json, { datasetIds })
  expectTypeOf<Enriched<(typeof json.features)[number]>['properties']['name']>().toEqualTypeOf<string>()
  const frozen = { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] }, properties: { a: 1 } } as const
  cas.enrich([frozen], { datasetIds })
  cas.enrich(JSON.parse('{}'), { datasetIds })
})

test('what is no feature fails', () => {
  // @ts-expect-error a bare geometry has no properties
  cas.enrich([{ type: 'Point', coordinates: [1, 2] }], { datasetIds })
  // @ts-expect-error no geometry at all
  cas.enrich([{ type: 'Feature', properties: {} }], { datasetIds })
  // @ts-expect-error one feature is no source
  cas.enrich({ type: 'Feature', geometry: null, properties: {} }, { datasetIds })
  // @ts-expect-error a misspelt option
  cas.enrich([], { datasetIds, prefx: 'cas_' })
})
