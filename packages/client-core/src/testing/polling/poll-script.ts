import fc from 'fast-check'
import type { PollStep } from './fake-poll.ts'
import { passing } from './poll-loop.ts'

const latency = fc.oneof(fc.constant(0), fc.nat({ max: 3_000 }))
const retryAfter = fc.oneof(fc.nat({ max: 200 }), fc.nat({ max: 50_000 }), fc.nat({ max: 2 ** 41 }))
const value = fc.constantFrom('a', 'b', 'c')

/** Whatever a server may answer, poll by poll: values, slow ones, with and without a wish, faults, and silence. */
export const pollScript: fc.Arbitrary<PollStep<string>[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ value, latency }) },
    { weight: 2, arbitrary: fc.record({ value, latency, retryAfter }) },
    { weight: 2, arbitrary: fc.record({ fault: fc.constant(passing), latency }) },
    { weight: 1, arbitrary: fc.constant<PollStep<string>>({}) }
  ),
  { maxLength: 20 }
)

/** Random numbers as `Math.random` gives them. */
export const randomNumbers: fc.Arbitrary<fc.Stream<number>> = fc.infiniteStream(
  fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
)
