import { type MockProcess, ProcessFailure } from '../mock-process.ts'
import { numberOf } from './read.ts'

/** Takes time, reports progress, and can fail halfway. Both modes. */
export const sleepAWhile: MockProcess = {
  description: {
    id: 'sleep_a_while',
    version: '1.0.0',
    title: 'Sleep',
    description:
      'Does nothing for a while, and says for how many seconds it did. With fail it wakes up half way, which is an error.',
    keywords: ['progress', 'failure'],
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    outputTransmission: ['value', 'reference'],
    inputs: {
      duration: { title: 'Seconds', minOccurs: 0, schema: { type: 'number', minimum: 0, default: 10 } },
      fail: { title: 'Fail half way', minOccurs: 0, schema: { type: 'boolean', default: false } }
    },
    outputs: {
      return_value: { title: 'Seconds slept', schema: { type: 'number' } }
    }
  },
  duration: (inputs) => numberOf(inputs, 'duration') * 1000,
  run: (inputs) => {
    if (inputs.fail === true) throw new ProcessFailure('Woke up too early', { progress: 50 })
    return { return_value: numberOf(inputs, 'duration') }
  }
}
