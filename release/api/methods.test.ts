import { expect, test } from 'vitest'
import { missingMethods } from './methods.ts'

test('an operation that was renamed is missed in its client', () => {
  class Operations {
    getThing(): void {}
  }
  class Client extends Operations {}
  const contract = (id: string): string => `paths:\n  /things:\n    get:\n      operationId: ${id}\n`
  expect(missingMethods(contract('getThing'), { Client, limit: 3, read: () => 1 })).toEqual([])
  expect(missingMethods(contract('readThing'), { Client })).toEqual(['readThing'])
})
