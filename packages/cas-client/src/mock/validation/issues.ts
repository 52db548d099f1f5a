import type { ValidationError } from '../../generated/types.ts'
import type { JsonValue } from '../../types/json.ts'
import { invalidRequest } from '../errors.ts'

/** Where a value stands: `body` or `query`, then names and positions. */
export type Location = readonly (string | number)[]

/** Collects the faults of one request. Readers that find one return undefined and let the others go on. */
export interface Issues {
  add(type: string, loc: Location, msg: string, input: JsonValue, ctx?: Record<string, JsonValue>): undefined
  /** @throws ServiceFailure 422 validation_error where there is any */
  throwIfAny(): void
}

export function createIssues(): Issues {
  const found: ValidationError[] = []
  return {
    add(type, loc, msg, input, ctx) {
      found.push({ type, loc: [...loc], msg, input, ...(ctx && { ctx }) })
      return undefined
    },
    throwIfAny() {
      if (found.length > 0) throw invalidRequest(found)
    }
  }
}
