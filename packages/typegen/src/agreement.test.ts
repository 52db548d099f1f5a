import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { inputSchema, type JsonSchema, validateInputs } from '@geoclients/ogc-client/schema'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { generateProcessTypes } from './generate.ts'
import { errorsOf } from './testing/compile-program.ts'
import { corpusProcesses } from './testing/corpus/index.ts'
import { broken, valuesOf } from './testing/sample.ts'

/* On sampled values the generated type, validateInputs and the strict mock must agree; ajv, which is nothing of ours, judges too. */

type Json = NonNullable<JsonSchema['default']> | null
interface Sample {
  readonly id: string
  readonly value: Json
  readonly isValid: boolean
}

const seed = 20_261_129
const perProcess = 6

const ajv = new Ajv2020({ strict: false, logger: false })
addFormats.default(ajv)
const judges = new Map<string, ValidateFunction>()
const samples: Sample[] = []

beforeAll(() => {
  for (const description of corpusProcesses) {
    const schema = inputSchema(description)
    const judge = ajv.compile(schema)
    judges.set(description.id, judge)
    const { value: own = {} } = schema.properties
    const isGood = (value: Json): boolean => judge({ value })
    const good = valuesOf(own, schema.$defs ?? {}).filter(isGood)
    for (const value of fc.sample(good, { numRuns: perProcess, seed }))
      samples.push({ id: description.id, value, isValid: true })
    const bad = good.chain(broken).map((value): Sample => ({ id: description.id, value, isValid: isGood(value) }))
    samples.push(...fc.sample(bad, { numRuns: perProcess * 2, seed }))
  }
})

const describing = (id: string): (typeof corpusProcesses)[number] => {
  const found = corpusProcesses.find((process) => process.id === id)
  if (!found) throw new Error(id)
  return found
}
/** What ajv does not look at: what texts hold; one value in place of a list, which servers take. */
const isBeyondAjv = ({ id, value }: Sample): boolean =>
  /contentEncoding|"format":"(byte|binary)"/.test(JSON.stringify(describing(id))) ||
  (describing(id).inputs?.value?.maxOccurs !== undefined && !Array.isArray(value))

test('there are many schemas, and samples of both kinds', () => {
  expect(corpusProcesses.length).toBeGreaterThan(80)
  expect(samples.filter(({ isValid }) => isValid).length).toBeGreaterThan(corpusProcesses.length * perProcess)
  expect(samples.filter(({ isValid }) => !isValid).length).toBeGreaterThan(corpusProcesses.length * perProcess)
})

test('validateInputs and a strict validator agree', () => {
  const differing = samples.filter((sample) => {
    const isFine = validateInputs(describing(sample.id), { value: sample.value }).length === 0
    return isFine !== sample.isValid && !isBeyondAjv(sample)
  })
  expect(differing).toEqual([])
})

test('validateInputs and the strict mock agree', async () => {
  const mock = createOgcMock({
    processes: corpusProcesses.map(({ outputs: _, ...description }) => ({ description, run: () => ({}) }))
  })
  using ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
  for (const { id, value } of samples) {
    const issues = validateInputs(describing(id), { value })
    const refusal = await ogc.submit(id, { inputs: { value } }, { mode: 'sync' }).then(
      () => undefined,
      (error) => error
    )
    expect([id, value, refusal?.status], refusal?.message).toEqual([id, value, issues.length > 0 ? 400 : undefined])
    for (const { message } of issues) expect(refusal.apiError.detail).toContain(message)
  }
})

/** What types say too: of what kind a value is, which ones are listed, what must be there. */
const typed = new Set(['type', 'enum', 'const', 'required'])

test('the generated type takes what is valid, and refuses what is of the wrong kind', async () => {
  const types = await generateProcessTypes(corpusProcesses)
  const lines = samples.map(
    ({ id, value }, i) =>
      `export const v${i}: Processes[${JSON.stringify(id)}]['inputs'] = { value: ${JSON.stringify(value)} }`
  )
  const first = types.split('\n').length
  const errors = errorsOf(`${types}\n${lines.join('\n')}`)
  const differing = samples.flatMap((sample, i): object[] => {
    const error = errors.get(first + i + 1)
    const issues = validateInputs(describing(sample.id), { value: sample.value })
    if (sample.isValid) return error === undefined ? [] : [{ ...sample, error }]
    const mustFail = issues.some(({ keyword, message, value }) => typed.has(keyword) && !isOnlyNumeric(message, value))
    return error === undefined && mustFail ? [{ ...sample, issues }] : []
  })
  expect([...errors].filter(([line]) => line <= first)).toEqual([])
  expect(differing).toEqual([])
  expect(errors.size).toBeGreaterThan(corpusProcesses.length)
})

/** TypeScript has one type of numbers. */
function isOnlyNumeric(message: string, value: unknown): boolean {
  return typeof value === 'number' && message.includes('a whole number')
}
