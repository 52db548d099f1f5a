import type { JsonValue } from '../../../types/json.ts'
import { isJsonObject } from '../../answers/json-answer.ts'
import { toInline } from '../../answers/output-value.ts'
import { readInputs } from '../../inputs/read-inputs.ts'
import { type Delivery, readDelivery } from '../../jobs/delivery.ts'
import type { Job, Outcome } from '../../jobs/job.ts'
import { runProcess } from '../../jobs/run-process.ts'
import { type MockOutputs, type MockProcess, type MockValue, ProcessFailure } from '../../mock-process.ts'

/** The name that pygeoapi's processors give their only output, regardless of its description. */
const WORD = 'answer'

type Body = Readonly<Record<string, JsonValue>>

/** The return value of a processor. */
interface Processed {
  readonly mediaType: string
  readonly value: MockValue
}

/** pygeoapi checks nothing before a run. If a processor refuses its inputs, the run fails immediately. */
export async function run(
  process: MockProcess,
  body: Body,
  resolve: (inputs: JsonValue | undefined) => Promise<JsonValue | undefined>
): Promise<Pick<Job, 'outcome' | 'duration' | 'delivery'>> {
  const response = body.response === 'document' ? 'document' : 'raw'
  const nothing: Delivery = { response, outputs: [] }
  try {
    const delivery = readDelivery({ response, ...wishes(body.outputs) }, process.description)
    const inputs = readInputs(await resolve(body.inputs), process.description)
    const outcome = await runProcess(process, inputs)
    return { outcome: writable(outcome, delivery), duration: process.duration?.(inputs) ?? 0, delivery }
  } catch (error) {
    const failure = new ProcessFailure(error instanceof Error ? error.message : String(error))
    return { outcome: { failure }, duration: 0, delivery: nothing }
  }
}

/** Only the ids, because pygeoapi ignores how outputs should be sent. */
function wishes(outputs: JsonValue | undefined): { outputs?: JsonValue } {
  const ids = isJsonObject(outputs) ? Object.keys(outputs) : Array.isArray(outputs) ? outputs.map(String) : []
  return ids.length === 0 ? {} : { outputs: Object.fromEntries(ids.map((id) => [id, {}])) }
}

/** Python's `json` writes the document and cannot write bytes. ASCII bytes were converted to text before. */
function writable(outcome: Outcome, delivery: Delivery): Outcome {
  if ('failure' in outcome || delivery.response === 'raw') return outcome
  const { value } = process(outcome.outputs, delivery)
  if (!(value instanceof Uint8Array) || isAscii(value)) return outcome
  return { failure: new ProcessFailure('Object of type bytes is not JSON serializable') }
}

/** The results of a successful job in the form of the response. */
export function results(outputs: MockOutputs, delivery: Delivery): { mediaType: string; body: string | Uint8Array } {
  const { mediaType, value } = process(outputs, delivery)
  const text = value instanceof Uint8Array && isAscii(value) ? new TextDecoder().decode(value) : value
  if (delivery.response === 'document') return { mediaType, body: JSON.stringify({ outputs: [text] }) }
  const isPlain = typeof text === 'string' || text instanceof Uint8Array
  return { mediaType, body: isPlain ? text : JSON.stringify(text) }
}

function process(outputs: MockOutputs, { outputs: wanted }: Delivery): Processed {
  const values = wanted.map((output) => ({ output, value: outputs[output.id] ?? null }))
  const [only, second] = values
  if (only === undefined || second !== undefined) {
    const map = values.map(({ output, value }) => [output.id, toInline(value, output)])
    return { mediaType: 'application/json', value: Object.fromEntries(map) }
  }
  const { output, value } = only
  if (value instanceof Uint8Array) return { mediaType: output.mediaType, value }
  if (typeof value === 'string') return { mediaType: 'text/plain', value }
  return { mediaType: 'application/json', value: { id: WORD, value } }
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80)
}
