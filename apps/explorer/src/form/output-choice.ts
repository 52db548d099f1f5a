import type { ProcessDescription } from '@geoclients/ogc-client'
import type { JsonSchema } from '@geoclients/ogc-client/schema'
import { parts } from './schema-parts.ts'

export type Mode = 'value' | 'reference'

/** How one output is wanted: the member of `outputs` in the request. */
export interface OutputWish {
  readonly format?: { readonly mediaType: string }
  readonly transmissionMode?: Mode
}

/** The wanted outputs by id, as the request has them; undefined for all, as the server sends them. */
export type OutputChoice = Readonly<Record<string, OutputWish>> | undefined

export interface ChoosableOutput {
  readonly id: string
  readonly title: string
  /** The media types of which one can be chosen; empty if there is no choice. */
  readonly mediaTypes: readonly string[]
}

/** The outputs of a process, and whether they can come as a value or as a link. */
export interface Choosable {
  readonly outputs: readonly ChoosableOutput[]
  readonly modes: readonly Mode[]
}

/** What can be chosen about the outputs of a process; undefined if nothing can. */
export function choosable({ outputs = {}, outputTransmission = [] }: ProcessDescription): Choosable | undefined {
  const found = Object.entries(outputs).map(([id, { title, schema }]): ChoosableOutput => {
    const named = parts((schema ?? {}) as JsonSchema, undefined).flatMap(
      ({ contentMediaType }) => contentMediaType ?? []
    )
    const mediaTypes = [...new Set(named)]
    return { id, title: title || id, mediaTypes: mediaTypes.length > 1 ? mediaTypes : [] }
  })
  const isMode = (mode: string): mode is Mode => mode === 'value' || mode === 'reference'
  const modes = outputTransmission.filter(isMode)
  const hasChoice = found.length > 1 || modes.length > 1 || found.some(({ mediaTypes }) => mediaTypes.length > 0)
  return found.length > 0 && hasChoice ? { outputs: found, modes: modes.length > 1 ? modes : [] } : undefined
}

/** The choice after a change of one output, of which `undefined` is not wanted. */
export function withWish(
  { outputs }: Choosable,
  choice: OutputChoice,
  id: string,
  wish: OutputWish | undefined
): OutputChoice {
  const before = choice ?? Object.fromEntries(outputs.map((one) => [one.id, {}]))
  const after = Object.fromEntries(
    outputs.flatMap((one): [string, OutputWish][] => {
      const own = one.id === id ? wish : before[one.id]
      return own ? [[one.id, own]] : []
    })
  )
  const isDefault = outputs.every((one) => after[one.id] && Object.keys(after[one.id] ?? {}).length === 0)
  return isDefault ? undefined : after
}

/** The choice in a link; undefined for what names none of the outputs. */
export function readChoice(text: string | undefined, known: Choosable | undefined): OutputChoice {
  if (text === undefined || !known) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const given = value as Readonly<Record<string, OutputWish | null>>
  const named = known.outputs.flatMap(({ id }) => (given[id] && typeof given[id] === 'object' ? [[id, given[id]]] : []))
  return named.length > 0 ? Object.fromEntries(named) : undefined
}
