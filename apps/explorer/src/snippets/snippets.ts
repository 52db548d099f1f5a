import type { OutputChoice } from '../form/output-choice.ts'
import { curlSnippet } from './curl.ts'
import { pythonSnippet } from './python.ts'
import { typescriptSnippet } from './typescript.ts'

/** A run that somebody wants to repeat from a program. */
export interface SnippetRequest {
  /** Without a slash at its end, as `client.config` has it. */
  readonly baseUrl: string
  readonly processId: string
  readonly inputs: Readonly<Record<string, unknown>>
  /** The wanted outputs; undefined for all. */
  readonly outputs?: OutputChoice
}

export type Language = 'TypeScript' | 'curl' | 'Python'

/** A request in the languages that people copy it from, each a whole program. No credential is ever in it. */
export const snippets: Readonly<Record<Language, (request: SnippetRequest) => string>> = {
  TypeScript: typescriptSnippet,
  curl: curlSnippet,
  Python: pythonSnippet
}
