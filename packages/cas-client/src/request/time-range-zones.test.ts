import { expect, test } from 'vitest'
import { clientOf, fakeService, json } from '../testing/fake-service.ts'
import { extraction, point } from '../testing/samples.ts'
import type { TimeRangeLike } from './time-range.ts'

const ranges: TimeRangeLike[] = [
  ['2020-01-01', '2020-01-01T00:00'],
  ['2020-01-01T00:00', '2020-01-01'],
  ['2020-01-01T00:00Z', '2020-01-01 00:00:00']
]

test.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('text without a zone is UTC in %s, too', async (zone) => {
  const before = process.env.TZ
  process.env.TZ = zone
  try {
    expect(new Date(2020, 0, 1).toISOString()).not.toContain('T00:00') // the zone is in force
    for (const timeRange of ranges) {
      const service = fakeService({ 'POST /attributes/api/v1/extract': json(extraction(['a:b'])) })
      await clientOf(service).extract({ geometry: point, datasetIds: ['a:b'], timeRange })
      expect(service.seen).toHaveLength(1)
    }
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
})
