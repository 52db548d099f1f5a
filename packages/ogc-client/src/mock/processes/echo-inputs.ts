import type { InputDescription, OutputDescription } from '../../generated/types.ts'
import type { MockProcess } from '../mock-process.ts'
import { bboxSchema, givenValue } from './read.ts'

const inputs: Record<string, InputDescription> = {
  literal: { title: 'A word', minOccurs: 0, schema: { type: 'string', minLength: 1, maxLength: 40, default: 'hello' } },
  array: {
    title: 'Numbers',
    minOccurs: 0,
    schema: { type: 'array', items: { type: 'number' }, maxItems: 10, default: [1, 2, 3] }
  },
  names: {
    title: 'Up to three words',
    description: 'May occur several times: each word is checked by itself.',
    minOccurs: 0,
    maxOccurs: 3,
    schema: { type: 'string', enum: ['red', 'green', 'blue'], default: 'green' }
  },
  feature: {
    title: 'A point feature',
    minOccurs: 0,
    schema: {
      type: 'object',
      contentMediaType: 'application/geo+json',
      required: ['type', 'geometry', 'properties'],
      properties: {
        type: { type: 'string', enum: ['Feature'] },
        geometry: {
          type: 'object',
          required: ['type', 'coordinates'],
          properties: {
            type: { type: 'string', enum: ['Point'] },
            coordinates: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 3 }
          }
        },
        properties: { type: 'object', nullable: true }
      },
      default: { type: 'Feature', geometry: { type: 'Point', coordinates: [9.99, 53.55] }, properties: null }
    }
  },
  bbox: { title: 'A bounding box', minOccurs: 0, schema: bboxSchema([-180, -90, 180, 90]) },
  bytes: {
    title: 'Any bytes',
    minOccurs: 0,
    schema: {
      type: 'string',
      contentEncoding: 'base64',
      contentMediaType: 'application/octet-stream',
      default: 'R2Vv'
    }
  }
}

/** Returns its inputs, one of each kind. Both modes. */
export const echoInputs: MockProcess = {
  description: {
    id: 'echo_inputs',
    version: '1.0.0',
    title: 'Echo',
    description: 'Gives every input back as the output of the same id.',
    keywords: ['literal', 'array', 'object', 'bbox', 'binary'],
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    outputTransmission: ['value', 'reference'],
    inputs,
    outputs: Object.fromEntries(Object.entries(inputs).map(([id, input]) => [id, toOutput(input)]))
  },
  run: (given) => Object.fromEntries(Object.keys(inputs).map((id) => [id, givenValue(given, id)]))
}

/** The output for an input; an array if the input may occur several times. */
function toOutput({ title, schema, maxOccurs = 1 }: InputDescription): OutputDescription {
  const { default: _, ...own } = schema
  return { ...(title !== undefined && { title }), schema: maxOccurs === 1 ? own : { type: 'array', items: own } }
}
