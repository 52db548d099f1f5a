import { expectTypeOf, test } from 'vitest'
import { bbox, type InputsOf, type NestedProcess, OgcClient, ref } from '../index.ts'

interface Processes {
  ndvi: {
    inputs: { scene: string; threshold: number; area?: { bbox: [number, number, number, number] } }
    outputs: { mean: number }
  }
  mosaic: {
    inputs: {
      scenes: string[]
      weights?: readonly number[]
      extent?: [number, number, number, number]
      mode?: string | string[]
    }
    outputs: { mean: number }
  }
}

const ogc = new OgcClient<Processes>({ baseUrl: 'https://h.example' })
const nested: NestedProcess = {
  process: 'https://h.example/processes/mosaic',
  inputs: { date: '2026-06-01' },
  $output: 'out'
}

test('an input may be a value, a link, bytes, a date or another process', () => {
  ogc.run('ndvi', { inputs: { scene: 'a', threshold: 0.5 } })
  ogc.run('ndvi', { inputs: { scene: ref('https://h.example/a.tif'), threshold: 0.5 } })
  ogc.run('ndvi', { inputs: { scene: new Blob([]), threshold: { value: 0.5, mediaType: 'application/json' } } })
  ogc.run('ndvi', { inputs: { scene: Uint8Array.of(1), threshold: nested } })
  ogc.submit('ndvi', { inputs: { scene: new Date(), threshold: 0.5 } })
  ogc.submit('ndvi', { inputs: { scene: { collection: 'https://h.example/collections/s2' }, threshold: 0.5 } })
})

test('a value of another type is none', () => {
  // @ts-expect-error a number is no text
  ogc.run('ndvi', { inputs: { scene: 5, threshold: 0.5 } })
  // @ts-expect-error a date is no number
  ogc.run('ndvi', { inputs: { scene: 'a', threshold: new Date() } })
  // @ts-expect-error threshold is missing
  ogc.run('ndvi', { inputs: { scene: 'a' } })
})

test('the items of a list may be what an input may be', () => {
  const scenes = [ref('https://h.example/a.tif'), ref('https://h.example/b.tif')]
  ogc.run('mosaic', { inputs: { scenes } })
  ogc.run('mosaic', { inputs: { scenes: [new File([], 'a'), 'b', nested, new Date()], weights: [1, { value: 2 }] } })
  ogc.run('mosaic', { inputs: { scenes: ['a'], extent: [1, 2, 3, 4], mode: [ref('https://h.example/mode')] } })
  // @ts-expect-error a number is no text
  ogc.run('mosaic', { inputs: { scenes: [5] } })
  // @ts-expect-error a list of lists
  ogc.run('mosaic', { inputs: { scenes: [['a']] } })
  // @ts-expect-error the length is part of the type
  ogc.run('mosaic', { inputs: { scenes: ['a'], extent: [1, 2] } })
  // @ts-expect-error a list is not wanted
  ogc.run('ndvi', { inputs: { scene: [new Blob([])], threshold: 1 } })
})

test('inputs keep which of them are optional', () => {
  expectTypeOf<InputsOf<Processes['ndvi']['inputs']>['area']>().extract<undefined>().toEqualTypeOf<undefined>()
  expectTypeOf(bbox([1, 2, 3, 4])).toExtend<object>()
})

test('the addresses of a subscriber are typed', () => {
  ogc.submit('ndvi', { subscriber: { successUri: 'https://me.example/done' } })
  ogc.submit('ndvi', { subscriber: { failedUri: 'https://me.example/failed' } })
  // @ts-expect-error a typo
  ogc.submit('ndvi', { subscriber: { faildUri: 'https://me.example/failed' } })
})
