import { expect, test } from 'vitest'
import { type FailedPart, nextStep, type Step } from './decide.ts'

const part: FailedPart = { mayBeAnItem: true, isOne: false, isGeneral: false, isWaitedFor: false }

test.each<[what: string, known: Partial<FailedPart>, step: Step]>([
  ['of several items is split', {}, 'split'],
  ['of one item is its answer', { isOne: true }, 'settle'],
  ['that is true of every request is the answer of each item', { mayBeAnItem: false }, 'settle'],
  ['of the service is waited out', { isGeneral: true, isWaitedFor: true }, 'wait'],
  ['of the service is waited out for one item, too', { isGeneral: true, isWaitedFor: true, isOne: true }, 'wait'],
  ['of the service that lasts ends the batch', { isGeneral: true }, 'give up'],
  ['of the service that lasts ends the batch from one item on', { isGeneral: true, isOne: true }, 'give up']
])('a failure %s', (_, known, step) => expect(nextStep({ ...part, ...known })).toBe(step))
