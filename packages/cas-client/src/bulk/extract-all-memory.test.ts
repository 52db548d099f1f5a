import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { Point } from '../generated/types.ts'
import { refusal, type Trouble } from '../testing/batch-service.ts'
import { settle } from '../testing/outcome.ts'
import { streaming } from '../testing/streaming.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Counts which of the objects that it was told of are still held by anybody. */
class Census {
  #all: WeakRef<object>[] = []

  add<T extends object>(one: T): T {
    this.#all.push(new WeakRef(one))
    return one
  }

  async living(): Promise<number> {
    // What was made or looked at in this turn is held to its end; on a busy machine one collection may miss something.
    for (let round = 0; round < 3; round++) {
      await settle()
      collect()
    }
    this.#all = this.#all.filter((one) => one.deref() !== undefined)
    return this.#all.length
  }
}

function* pointsOf(census: Census, count: number): Generator<Point, void, undefined> {
  for (let i = 0; i < count; i++) yield census.add({ type: 'Point', coordinates: [i / 1_000, 46] })
}

const batchSize = 10
const count = 600
/** Every seventh batch is refused as a whole and by halves, down to single items. */
const refusals: Trouble = ({ body }, turn) =>
  turn % 7 === 6 || body.geometries.length < batchSize ? refusal(400) : undefined

test.each<[what: string, concurrency: number, trouble: Trouble | undefined]>([
  ['one batch at a time', 1, undefined],
  ['several at once', 4, undefined],
  ['several, some of which fail', 4, refusals]
])('%s: no more is held than the batches under way', async (_, concurrency, trouble) => {
  const inputs = new Census()
  const responses = new Census()
  const mostInputs: number[] = []
  const mostResponses: number[] = []
  // In a function of its own, so that nothing is held by a variable of the test.
  const run = async (): Promise<number> => {
    const { cas, service } = streaming(trouble, { retry: false })
    let rows = 0
    const source = pointsOf(inputs, count)
    for await (const row of cas.extractAll(source, { datasetIds: ['a:b'] }, { batchSize, concurrency })) {
      if (row.ok) responses.add(row.response)
      service.seen.length = 0 // the service's own memory is not in question
      if (++rows % 25 !== 0) continue
      mostInputs.push(await inputs.living())
      mostResponses.push(await responses.living())
    }
    return rows
  }
  expect(await run()).toBe(count)
  // The batch that is handed out, those under way, and the item that the source gave last.
  expect(Math.max(...mostInputs)).toBeLessThanOrEqual((concurrency + 1) * batchSize + 1)
  // Of the rows that were handed out only those of the batch at hand.
  expect(Math.max(...mostResponses)).toBeLessThanOrEqual(batchSize)
  // What is counted is there to be counted.
  expect(Math.max(...mostInputs)).toBeGreaterThan(batchSize / 2)
  expect([await inputs.living(), await responses.living()]).toEqual([0, 0])
})
