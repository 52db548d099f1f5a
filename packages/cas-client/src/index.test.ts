import { expect, test } from 'vitest'
import * as entry from './index.ts'

test('the main entry has these values and no others', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'CasClient',
    'CasError',
    'ClientError',
    'apiKey',
    'basic',
    'bearer',
    'byDataset',
    'crossesAntimeridian',
    'enrichAgain',
    'extractAgain',
    'failedDatasets',
    'formatGeoJsonLines',
    'formatGeoJsonSequence',
    'hasFailed',
    'isCasError',
    'isClientError',
    'parseGeoJsonLines',
    'parseGeoJsonSequence',
    'shortenNames'
  ])
})
