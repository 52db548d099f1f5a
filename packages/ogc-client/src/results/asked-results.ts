import { type ErrorFactory, invalidArgument } from '@geoclients/client-core'
import type { ResultsOptions } from '../types/options.ts'
import type { RequestedResults } from './requested-outputs.ts'

/** How results are requested, from the options of a call. */
export interface AskedResults {
  readonly request: RequestedResults
  readonly query: { readonly outputs?: readonly string[]; readonly profile?: readonly string[] } | undefined
}

/** Checks which results of a job are requested. */
export function askedResults({ outputs, profile, return: wanted }: ResultsOptions, make: ErrorFactory): AskedResults {
  const ids = textsOf('outputs', outputs, make)
  const profiles = textsOf('profile', profile, make)
  if (wanted !== undefined && wanted !== 'minimal' && wanted !== 'representation') {
    throw invalidArgument(make, 'return', wanted, '"minimal" or "representation"')
  }
  const query = { ...(ids && { outputs: ids }), ...(profiles && { profile: profiles }) }
  return {
    request: {
      ...(ids && { outputs: Object.fromEntries(ids.map((id) => [id, {}])) }),
      ...(wanted && { prefer: `return=${wanted}` })
    },
    query: ids || profiles ? query : undefined
  }
}

function textsOf(name: string, given: unknown, make: ErrorFactory): readonly string[] | undefined {
  if (given === undefined) return undefined
  const list = [given].flat()
  if (list.length > 0 && list.every((item) => typeof item === 'string' && item !== '')) return list as string[]
  throw invalidArgument(make, name, given, 'a non-empty array of non-empty strings')
}
