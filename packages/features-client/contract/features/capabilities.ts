import { deepEqual, equal, ok } from 'node:assert/strict'
import type { Area } from '@geoclients/contract-core'
import { crs84 } from '../../src/index.ts'
import { type FeaturesContext, failureOf } from '../context.ts'

const part1 = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf'

export const capabilities: Area<FeaturesContext> = {
  title: 'What there is',
  features: [
    {
      id: 'landing.links',
      title: 'The landing page links to the collections',
      run: async ({ features }) => {
        const { links } = await features.getLandingPage()
        ok(links.some(({ rel, href }) => rel === 'data' && href.includes('/collections')))
      }
    },
    {
      id: 'conformance.classes',
      title: 'The server says that it conforms to the core and to GeoJSON',
      run: async ({ features }) => {
        const { conformsTo } = await features.getConformance()
        for (const name of ['core', 'geojson']) ok(conformsTo.includes(`${part1}/${name}`), `${name} is missing`)
      }
    },
    {
      id: 'collections.all',
      title: 'The collections are listed',
      run: async ({ features }) => {
        const { collections } = await features.getCollections()
        deepEqual(collections.map(({ id }) => id).sort(), ['catchments', 'rivers'])
      }
    },
    {
      id: 'collection.described',
      title: 'A collection is described, with the coordinates that it can be had in',
      run: async ({ features }) => {
        const { id, title, crs, links } = await features.getCollection('rivers')
        deepEqual([id, title], ['rivers', 'Rivers'])
        ok(crs?.includes(crs84) && crs.includes('http://www.opengis.net/def/crs/EPSG/0/3857'))
        ok(links.some(({ rel, href }) => rel === 'items' && href.includes('/rivers/items')))
      }
    },
    {
      id: 'collection.unknown',
      title: 'An unknown collection is a 404',
      run: async ({ features }) => {
        const error = await failureOf(features.getCollection('nope'))
        deepEqual([error.code, error.status], ['http-status', 404])
        equal(typeof error.apiError?.detail, 'string')
      }
    }
  ]
}
