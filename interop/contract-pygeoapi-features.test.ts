import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnswerCheck } from '@geoclients/contract-core'
import { defineContract } from '@geoclients/contract-core/vitest'
import { expect, inject, test } from 'vitest'
import { openContext } from '../packages/features-client/contract/context.ts'
import { areas } from '../packages/features-client/contract/features/areas.ts'
import { pygeoapi } from '../packages/features-client/contract/targets/pygeoapi.ts'
import { builtIn } from '../packages/features-client/src/mock/mock-collection.ts'

const document = new URL('../specs/ogc-features/openapi.yaml', import.meta.url)
const baseUrl = inject('baseUrls')['pygeoapi-features']

const open = async (watch: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch) =>
  openContext(baseUrl, watch(globalThis.fetch))

defineContract(areas, { ...pygeoapi, open }, await createAnswerCheck(document, baseUrl))

test.each(builtIn)('its collection $id is that of the mock', ({ id, features }) => {
  const file = join(import.meta.dirname, 'fixtures/pygeoapi/collections', `${id}.geojson`)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ type: 'FeatureCollection', features })
})
