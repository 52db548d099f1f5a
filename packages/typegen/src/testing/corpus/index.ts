import type { ProcessDescription } from '@geoclients/ogc-client'
import { combined } from './combined.ts'
import type { Corpus } from './corpus.ts'
import { lists } from './lists.ts'
import { literals } from './literals.ts'
import { objects } from './objects.ts'
import { spatial } from './spatial.ts'

/** All schemas by what they are. */
export const corpus: Corpus = { ...literals, ...lists, ...objects, ...combined, ...spatial }

/** How often an input occurs, by what that is. */
const occurrences = {
  once: {},
  'if wanted': { minOccurs: 0 },
  'up to three times': { minOccurs: 0, maxOccurs: 3 },
  'once or more': { minOccurs: 1, maxOccurs: 'unbounded' }
} as const

/** A process for each schema; it has an input `value`, in one of the occurrences in turn, and an output of the same schema. */
export const corpusProcesses: readonly ProcessDescription[] = Object.entries(corpus).map(([id, schema], i) => {
  const every = Object.values(occurrences)
  return {
    id,
    version: '1.0.0',
    jobControlOptions: ['sync-execute'],
    inputs: { value: { title: id, schema, ...every[i % every.length] } },
    outputs: { value: { schema } }
  } as ProcessDescription
})
