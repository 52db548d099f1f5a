import { isRecord } from '@geoclients/client-core'

/** pygeoapi's raw results: `{ "id": "echo", "value": … }`, where the id is the processor's own word for its output. */
export function idAndValue(body: Readonly<Record<string, unknown>>): [id: string, value: unknown][] | undefined {
  const { id, value, ...rest } = body
  if (typeof id !== 'string' || !('value' in body) || Object.keys(rest).length > 0) return undefined
  return [[id, value]]
}

/** pygeoapi's document: `{ "outputs": [{ "id": "echo", "value": … }] }` instead of a map. */
export function outputsArray(body: Readonly<Record<string, unknown>>): [id: string, value: unknown][] | undefined {
  const { outputs, ...rest } = body
  if (!Array.isArray(outputs) || Object.keys(rest).length > 0) return undefined
  const pairs = outputs.flatMap((output) => (isRecord(output) ? (idAndValue(output) ?? []) : []))
  return pairs.length === outputs.length ? pairs : undefined
}
