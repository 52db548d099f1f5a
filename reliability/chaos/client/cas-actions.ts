import { type AttributeResponse, extractAgain, hasFailed } from '@geoclients/cas-client'
import type { CasAction } from '../scenario.ts'
import { datasetIds, valueAt } from '../server/values.ts'
import { type Play, readSlowly, type Task } from './ogc-actions.ts'
import { claim, claimSame } from './violation.ts'

type Place = readonly [longitude: number, latitude: number]

/** Places that no other action and no other index has. */
const places = ({ action, key }: Task): Place[] =>
  Array.from({ length: Math.min(action.size, 60) + 1 }, (_, index) => [index / 1_000, Number(key.slice(1)) % 80])

const point = ([longitude, latitude]: Place) => ({ type: 'Point' as const, coordinates: [longitude, latitude] })

function claimValues(response: AttributeResponse, [longitude, latitude]: Place, asked: readonly string[]): void {
  const found = Object.fromEntries(response.results.map(({ dataset_id, value }) => [dataset_id, value]))
  for (const id of asked) claimSame(found[id], valueAt(id, longitude, latitude), `${id} at ${longitude} ${latitude}`)
}

const bulk = ({ signal, action, isMild }: Task) => ({
  ...{ signal, batchSize: 7, concurrency: 3, datasetsPerRequest: action.fails ? 2 : 50, onWarning: () => {} },
  // In a harsh scenario, the client may wait long for a dead service.
  ...(isMild ? {} : { timeout: 20_000 })
})

export const casActions: Readonly<Record<CasAction, Play>> = {
  async extract(task) {
    const place = places(task).at(-1) ?? [0, 0]
    const request = { geometry: point(place), datasetIds }
    claimValues(await task.cas.extract(request, { signal: task.signal }), place, datasetIds)
  },
  async batch(task) {
    const all = places(task)
    const { responses } = await task.cas.batchExtract(
      { geometries: all.map(point), datasetIds },
      { signal: task.signal }
    )
    claimSame(responses.length, all.length, 'the responses of a batch')
    for (const [index, place] of all.entries()) {
      const response = responses[index]
      if (response) claimValues(response, place, datasetIds)
    }
  },
  async 'extract all'(task) {
    const all = places(task)
    let next = 0
    await readSlowly(task.cas.extractAll(all.map(point), { datasetIds }, bulk(task)), task, (row) => {
      claimSame(row.index, next, 'the index of a row')
      const place = all[next] ?? [0, 0]
      claimSame(row.input, point(place), 'the input of a row')
      if (row.ok) claimValues(row.response, place, datasetIds)
      else task.sawError(row.error)
      next += 1
    })
    if (task.action.leaveAfter === undefined) claimSame(next, all.length, 'the number of rows')
  },
  async enrich(task) {
    const all = places(task)
    const features = all.map((place, id) => ({
      type: 'Feature' as const,
      id,
      properties: { id },
      geometry: point(place)
    }))
    let next = 0
    await readSlowly(task.cas.enrich(features, { datasetIds, prefix: 'p_' }, bulk(task)), task, (row) => {
      claimSame([row.index, row.feature.id, row.feature.properties?.id], [next, next, next], 'the place of a row')
      const [longitude, latitude] = all[next] ?? [0, 0]
      if (row.ok) {
        const { id: _, ...properties } = row.feature.properties
        const expected = datasetIds.map((id) => [`p_${id.split(':')[1]}`, valueAt(id, longitude, latitude)])
        claimSame(properties, Object.fromEntries(expected), 'the properties of a row')
      } else task.sawError(row.error)
      next += 1
    })
    if (task.action.leaveAfter === undefined) claimSame(next, all.length, 'the number of rows')
  },
  async catalogue(task) {
    const ids: string[] = []
    await readSlowly(task.cas.iterDatasets({ limit: 1 }, { signal: task.signal }), task, ({ id }) => ids.push(id))
    claimSame(ids, task.action.leaveAfter === undefined ? datasetIds : datasetIds.slice(0, ids.length), 'the datasets')
    const slugs: string[] = []
    await readSlowly(task.cas.iterProviders({}, { signal: task.signal }), task, ({ slug }) => slugs.push(slug))
    const all = ['first', 'second']
    claimSame(slugs, task.action.leaveAfter === undefined ? all : all.slice(0, slugs.length), 'the providers')
    claimSame((await task.cas.health({ signal: task.signal })).providers_registered, 2, 'the providers of health')
  },
  async 'ask again'(task) {
    const all = places(task)
    const request = { datasetIds }
    const failed = []
    for await (const row of task.cas.extractAll(all.map(point), request, bulk(task))) {
      if (hasFailed(row, request)) failed.push(row)
    }
    for await (const row of extractAgain(task.cas, failed, request, bulk(task))) {
      claim(row.index < all.length, () => `a row that was asked for again has the index ${row.index}`)
      if (row.ok) claimValues(row.response, all[row.index] ?? [0, 0], datasetIds)
      else task.sawError(row.error)
    }
  }
}
