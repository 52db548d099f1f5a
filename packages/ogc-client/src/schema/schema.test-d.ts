import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { JSONSchema7 } from 'json-schema'
import { assertType, expectTypeOf, test } from 'vitest'
import type { JsonValue, ProcessDescription } from '../index.ts'
import {
  createRequest,
  inputSchema,
  inputsStandardSchema,
  outputSchema,
  type RootSchema,
  validateInputs
} from './index.ts'

declare const description: ProcessDescription

test('a schema is what libraries take', () => {
  assertType<JSONSchema7>(inputSchema(description))
  assertType<JSONSchema7>(outputSchema(description))
  // As agents have it: an object at the top.
  assertType<{ type: 'object'; properties?: object; required?: readonly string[] }>(inputSchema(description))
  expectTypeOf<RootSchema['type']>().toEqualTypeOf<'object'>()
})

test('a Standard Schema is one, and knows its inputs', () => {
  assertType<StandardSchemaV1>(inputsStandardSchema(description))
  const typed = inputsStandardSchema<{ size: number }>(description)
  expectTypeOf<StandardSchemaV1.InferOutput<typeof typed>>().toEqualTypeOf<{ size: number }>()
})

test('a template can be run, issues can be read', () => {
  expectTypeOf(createRequest(description).inputs).toExtend<Record<string, JsonValue>>()
  expectTypeOf(validateInputs(description, {})[0]?.pointer).toEqualTypeOf<string | undefined>()
})
