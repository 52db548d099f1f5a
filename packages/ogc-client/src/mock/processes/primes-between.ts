import type { MockProcess } from '../mock-process.ts'
import { numberOf } from './read.ts'

/** Literal inputs with limits and defaults, an array as output. Both modes. */
export const primesBetween: MockProcess = {
  description: {
    id: 'primes_between',
    version: '1.0.0',
    title: 'Prime numbers in a range',
    description: 'Sieves the prime numbers from min_val to max_val, both included.',
    keywords: ['literal', 'array'],
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    outputTransmission: ['value', 'reference'],
    inputs: {
      min_val: { title: 'From', minOccurs: 0, schema: { type: 'integer', minimum: 0, default: 0 } },
      max_val: { title: 'To', minOccurs: 0, schema: { type: 'integer', maximum: 100, default: 100 } }
    },
    outputs: {
      return_value: { title: 'Primes', schema: { type: 'array', items: { type: 'integer' } } }
    }
  },
  run: (inputs) => {
    const from = numberOf(inputs, 'min_val')
    return { return_value: primesUpTo(numberOf(inputs, 'max_val')).filter((prime) => prime >= from) }
  }
}

/** The sieve of Eratosthenes. */
function primesUpTo(max: number): number[] {
  const composite = new Set<number>()
  const primes: number[] = []
  for (let candidate = 2; candidate <= max; candidate += 1) {
    if (composite.has(candidate)) continue
    primes.push(candidate)
    for (let multiple = candidate * candidate; multiple <= max; multiple += candidate) composite.add(multiple)
  }
  return primes
}
