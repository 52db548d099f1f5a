import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { Area, Feature as Row } from '@geoclients/contract-core'
import type { Feature, ItemsQuery } from '../../src/index.ts'
import { type FeaturesContext, failureOf } from '../context.ts'

const found = (id: string, title: string, query: ItemsQuery, ids: readonly string[]): Row<FeaturesContext> => ({
  id: `items.${id}`,
  title,
  run: async ({ features }) => {
    const page = await features.getItems('rivers', query)
    deepEqual(page.features.map((one) => one.id).sort(), ids)
  }
})

const mercator = 'http://www.opengis.net/def/crs/EPSG/0/3857'

export const items: Area<FeaturesContext> = {
  title: 'Features',
  features: [
    found('all', 'The features of a collection', {}, ['aare', 'inn', 'rhone']),
    found('bbox', 'Features that meet a box', { bbox: [9.6, 46.3, 10.5, 47] }, ['inn']),
    found('own', 'Features with a value of a property', { query: { name: 'Aare' } }, ['aare']),
    found('datetime', 'Features of a time', { datetime: '../1910-01-01T00:00:00Z' }, ['aare', 'rhone']),
    {
      id: 'items.page',
      title: 'A page of features links to the next one',
      run: async ({ features }) => {
        const { features: page, links } = await features.getItems('catchments', { limit: 2 })
        equal(page.length, 2)
        ok(links.some(({ rel }) => rel === 'next'))
      }
    },
    {
      id: 'items.iterate',
      title: 'All features, page by page',
      run: async ({ features }) => {
        const names: string[] = []
        for await (const { properties } of features.iterItems<Feature<{ name: string }>>('catchments', { limit: 2 })) {
          names.push(properties?.name ?? '')
        }
        deepEqual(names.sort(), ['Broye', 'Emme', 'Maggia', 'Sense', 'Thur'])
      }
    },
    {
      id: 'items.unknown-collection',
      title: 'Features of an unknown collection are a 404',
      run: async ({ features }) => equal((await failureOf(features.getItems('nope'))).status, 404)
    },
    {
      id: 'items.unknown-parameter',
      title: 'A parameter that is neither of the standard nor a property is refused',
      run: async ({ features }) => {
        const error = await failureOf(features.getItems('rivers', { query: { nope: 1 } }))
        deepEqual([error.code, error.status], ['http-status', 400])
      }
    },
    {
      id: 'feature.one',
      title: 'One feature',
      run: async ({ features }) => {
        const { type, id, geometry, properties } = await features.getFeature('rivers', 'inn')
        deepEqual([type, id, geometry?.type, properties?.name], ['Feature', 'inn', 'LineString', 'Inn'])
      }
    },
    {
      id: 'feature.unknown',
      title: 'An unknown feature is a 404',
      run: async ({ features }) => equal((await failureOf(features.getFeature('rivers', 'nope'))).status, 404)
    },
    {
      id: 'crs.items',
      title: 'Features in other coordinates (Part 2)',
      run: async ({ features }) => {
        const { features: page } = await features.getItems('rivers', { crs: mercator, query: { name: 'Inn' } })
        const [[x = 0, y = 0] = []] = page[0]?.geometry?.type === 'LineString' ? page[0].geometry.coordinates : []
        deepEqual([Math.round(x), Math.round(y)], [1_079_799, 5_844_683])
      }
    },
    {
      id: 'crs.feature',
      title: 'One feature in other coordinates (Part 2)',
      run: async ({ features }) => {
        const { geometry } = await features.getFeature('rivers', 'inn', {
          crs: 'http://www.opengis.net/def/crs/EPSG/0/4326'
        })
        deepEqual(
          geometry?.type === 'LineString' && geometry.coordinates[0]?.map((one) => Number(one.toFixed(6))),
          [46.4, 9.7]
        )
      }
    },
    {
      id: 'crs.bbox',
      title: 'A box in other coordinates (Part 2)',
      run: async ({ features }) => {
        const bbox = [1_070_000, 5_830_000, 1_170_000, 5_930_000]
        const { features: page } = await features.getItems('rivers', { bbox, bboxCrs: mercator })
        deepEqual(
          page.map(({ id }) => id),
          ['inn']
        )
      }
    },
    {
      id: 'crs.unlisted',
      title: 'Coordinates that the collection does not list are refused before features are asked for',
      run: async ({ features }) => {
        const crs = 'http://www.opengis.net/def/crs/EPSG/0/2056'
        const error = await failureOf(features.getItems('rivers', { crs }))
        equal(error.code, 'invalid-argument')
        match(
          error.message,
          /^crs must be a system that the collection "rivers" lists \(.*EPSG\/0\/3857.*\), got ".*\/2056"$/
        )
      }
    }
  ]
}
