import type { JsonValue } from '../../types/json.ts'
import { encodeBase64 } from '../../utils/base64.ts'
import type { MockInputs, MockProcess } from '../mock-process.ts'
import { numberOf } from './read.ts'

/**
 * For the OGC's executable test suite, which generates values from the types of inputs: `teststring` for texts and objects, a
 * GeoTIFF for bytes. All inputs are returned in one output. `pause` makes a run take longer.
 */
export const echo: MockProcess = {
  description: {
    id: 'echo',
    version: '1.0.0',
    title: 'Echo of everything',
    description: 'Gives all inputs back as the members of one object.',
    keywords: ['echo', 'test suite'],
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    outputTransmission: ['value', 'reference'],
    inputs: {
      text: { title: 'Any text', schema: { type: 'string' } },
      object: {
        title: 'Any object, or a text',
        minOccurs: 0,
        // The suite treats an object with this member as a bounding box, and sends one in any reference system.
        schema: {
          oneOf: [
            { type: 'object', properties: { bbox: { type: 'array', items: { type: 'number' } } } },
            { type: 'string' }
          ]
        }
      },
      numbers: { title: 'Whole numbers', minOccurs: 0, schema: { type: 'array', items: { type: 'integer' } } },
      image: {
        title: 'A GeoTIFF',
        minOccurs: 0,
        schema: { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/tiff' }
      },
      pause: { title: 'Seconds that the run takes', minOccurs: 0, schema: { type: 'number', minimum: 0, default: 0 } }
    },
    outputs: { echo: { title: 'All inputs', schema: { oneOf: [{ type: 'object' }, { type: 'string' }] } } }
  },
  duration: (inputs) => numberOf(inputs, 'pause') * 1000,
  run: (inputs) => ({ echo: allOf(inputs) })
}

function allOf(inputs: MockInputs): JsonValue {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([id, value]): [string, JsonValue][] => {
      if (value === undefined) return []
      return [[id, value instanceof Uint8Array ? encodeBase64(value) : (value as JsonValue)]]
    })
  )
}
