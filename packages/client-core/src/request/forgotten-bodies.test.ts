import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { countedSignal } from '../testing/counted-signal.ts'
import { openBody } from '../testing/network/bodies.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { settle } from '../testing/virtual-clock.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const url = `${origin}/base/scene.tif`
const stream = { call: { body: 'stream' } } as const

test('a body that is never read leaves no listener on the signal of its caller once it is forgotten', async () => {
  const caller = countedSignal()
  const { send } = testPipeline(Array.from({ length: 20 }, () => new Response(openBody().stream)))
  const forget = async (): Promise<void> => {
    await send(url, { ...stream, signal: caller.signal })
  }
  for (let i = 0; i < 20; i++) await forget()
  expect(caller.added()).toBe(40) // first for the call, then for the stream
  // How soon garbage is found is the platform's business; what is kept by mistake is never found.
  for (let turn = 0; turn < 50 && caller.left() > 1; turn++) {
    collectGarbage()
    await settle()
  }
  expect(caller.left()).toBeLessThanOrEqual(1)
})

test('a body that is kept is ended by the signal of its caller, however much garbage was collected', async () => {
  const caller = countedSignal()
  const body = openBody()
  const { send } = testPipeline([new Response(body.stream)])
  const response = await send(url, { ...stream, signal: caller.signal })
  for (let turn = 0; turn < 5; turn++) {
    collectGarbage()
    await settle()
  }
  expect(caller.left()).toBe(1)
  const text = response.text()
  caller.abort('enough')
  await expect(text).rejects.toMatchObject({ code: 'aborted', cause: 'enough' })
  expect([body.cancelled(), caller.left()]).toEqual([true, 0])
})
