import { createRequest, inputsStandardSchema, validateInputs } from '@geoclients/ogc-client/schema'
import { describe, expect, test } from 'vitest'
import { bbox } from '../execute/input-helpers.ts'
import type { ProcessDescription } from '../generated/types.ts'

const description: ProcessDescription = {
  id: 'p',
  version: '1',
  inputs: {
    size: { schema: { type: 'integer', minimum: 1 } },
    scene: { minOccurs: 0, schema: { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/tiff' } },
    when: { minOccurs: 0, schema: { type: 'string', format: 'date-time' } },
    area: { minOccurs: 0, schema: { type: 'object', format: 'ogc-bbox' } },
    bands: { minOccurs: 0, maxOccurs: 3, schema: { type: 'string' } }
  }
}

const check = (inputs: unknown): unknown[] =>
  validateInputs(description, inputs).map(({ pointer, message }) => `${pointer} ${message}`)

test.each([
  ['plain values', { size: 1, when: '2026-01-01T00:00:00Z', bands: ['a', 'b'] }],
  [
    'a date, a box and a link',
    { size: 1, when: new Date(0), area: bbox([1, 2, 3, 4]), scene: { href: 'https://h.example/a' } }
  ],
  ['a Blob of the right kind', { size: 1, scene: new Blob(['a'], { type: 'image/tiff' }) }],
  ['bytes with their kind', { size: 1, scene: { value: Uint8Array.of(1), mediaType: 'image/tiff' } }],
  ['a Blob with its kind', { size: 1, scene: { value: new Blob(['a']), mediaType: 'image/tiff' } }],
  [
    'a process and a collection',
    { size: { process: 'https://h.example/p', inputs: {} }, scene: { collection: 'https://h.example/c' } }
  ],
  ['what is undefined', { size: 1, other: undefined, bands: undefined }]
])('%s are fine', (_name, inputs) => {
  expect(check(inputs)).toEqual([])
})

test.each([
  [{}, ['/size is missing: 1 value must be given']],
  [5, [' must be an object of values by input id']],
  [
    { size: 0, sise: 1 },
    [
      '/sise is not an input of this process, which has size, scene, when, area, bands',
      '/size must be at least 1, not 0'
    ]
  ],
  [
    { size: 1, scene: new Blob(['a'], { type: 'image/png' }) },
    ['/scene must have the media type image/tiff, not "image/png"']
  ],
  [
    { size: 1, scene: Uint8Array.of(1) },
    ['/scene must have the media type image/tiff, not "application/octet-stream"']
  ],
  [{ size: 1, when: 'soon' }, ['/when must be a date and time such as 2026-01-31T12:00:00Z, not "soon"']],
  [{ size: 1, area: { bbox: [1, 2, 3] } }, ['/area/bbox must be a list of 4 or a list of 6, not a list of 3']],
  [{ size: 1, bands: ['a', 2] }, ['/bands/1 must be text, not 2']],
  [{ size: 1n }, ['/size must be a JSON value: Do not know how to serialize a BigInt']]
])('%o: %j', (inputs, messages) => {
  expect(check(inputs)).toEqual(messages)
})

test('a Standard Schema says the same by path, and gives the inputs as they are', async () => {
  const { '~standard': standard } = inputsStandardSchema<{ size: number }>(description)
  const inputs = { size: 1 }
  expect(standard.validate(inputs)).toEqual({ value: inputs })
  expect(standard.validate({ size: 1, bands: ['a', 2] })).toEqual({
    issues: [{ message: 'must be text, not 2', path: ['bands', '1'] }]
  })
  expect([standard.version, standard.vendor]).toEqual([1, 'geoclients'])
})

test('references to elsewhere are followed where the caller knows them', () => {
  const remote = { ...description, inputs: { a: { schema: { $ref: 'https://h.example/size.json' } } } }
  const resolve = (): unknown => ({ type: 'integer', minimum: 3 })
  expect(validateInputs(remote, { a: 'x' })).toEqual([])
  expect(validateInputs(remote, { a: 1 }, { resolve })).toMatchObject([{ message: 'must be at least 3, not 1' }])
  expect(createRequest(remote, { resolve })).toEqual({ inputs: { a: 3 } })
  expect(inputsStandardSchema(remote, { resolve })['~standard'].validate({ a: 1 })).toHaveProperty('issues')
})

describe('a pattern of a server', () => {
  const checkedBy = (schema: object, value: unknown): unknown[] =>
    validateInputs({ id: 'p', version: '1', inputs: { a: { schema: schema as never } } }, { a: value }).map(
      ({ message }) => message
    )

  test('is compared with texts as long as people write them', () => {
    expect(checkedBy({ type: 'string', pattern: '^[a-z]+$' }, 'A')).toEqual([
      'must match the pattern ^[a-z]+$, which "A" does not'
    ])
    expect(checkedBy({ type: 'object', patternProperties: { '^x': { type: 'number' } } }, { x1: 'a' })).toEqual([
      'must be a number, not "a"'
    ])
  })

  test('that could take years is not applied, and refuses nothing', () => {
    const slow = '^(a+)+$'
    const text = `${'a'.repeat(60)}!`
    expect(checkedBy({ type: 'string', pattern: slow }, text)).toEqual([])
    const closed = { type: 'object', patternProperties: { [slow]: {} }, additionalProperties: false }
    expect(checkedBy(closed, { [text]: 1 })).toEqual([])
    expect(checkedBy(closed, 1)).toEqual(['must be an object, not 1'])
  })

  test('is not compared with a text that it could take long for; all else is checked', () => {
    const long = 'A'.repeat(200_000)
    const inner = { type: 'string', pattern: '^[^@]+@[^@]+[.][^@]+$' }
    for (const schema of [inner, { not: inner }, { oneOf: [inner, { type: 'string', pattern: '^b' }] }])
      expect(checkedBy(schema, long)).toEqual([])
    const object = { type: 'object', properties: { mail: inner, size: { type: 'number' } } }
    expect(checkedBy(object, { mail: long, size: 'x' })).toEqual(['must be a number, not "x"'])
  })
})
