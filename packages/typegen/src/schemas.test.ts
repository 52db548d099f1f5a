import { inputSchema, outputSchema } from '@geoclients/ogc-client/schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { corpusProcesses } from './testing/corpus/index.ts'

/* What agents ask of the schema of a tool: an object at the top with nothing beside it, and no reference to elsewhere. */

test.each(corpusProcesses)('the schemas of $id are what an agent takes for a tool', (description) => {
  for (const schema of [inputSchema(description), outputSchema(description)]) {
    expect(schema.type).toBe('object')
    expect(schema.additionalProperties).toBe(false)
    for (const key of ['anyOf', 'oneOf', 'allOf', 'not', '$ref', 'enum']) expect(schema).not.toHaveProperty(key)
    const text = JSON.stringify(schema)
    const refs = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref = '']) => ref)
    for (const ref of refs) expect(Object.keys(schema.$defs ?? {})).toContain(ref.replace('#/$defs/', ''))
    expect(text).not.toMatch(/"(nullable|discriminator|example|definitions|\$id|x-[\w-]+)":/)
    expect(new Ajv2020({ strict: false, logger: false }).validateSchema(schema)).toBe(true)
    expect(JSON.parse(text)).toEqual(schema)
  }
})
