import { describe, expect, test } from 'vitest'
import type { Violation } from './answer-check.ts'
import { type AnswerLog, createAnswerLog } from './answer-log.ts'
import type { Feature } from './feature.ts'
import { checkIds, checkSeen, prove } from './prove.ts'
import type { AnswerDeviation, Deviation, Target } from './target.ts'

type Ask = () => Promise<Response>

const greets: Feature<Ask> = {
  id: 'greets',
  title: 'It greets',
  async run(ask) {
    const text = await (await ask()).text()
    if (text !== 'hello') throw new Error(`it said ${text}`)
  }
}

const saysBye: Deviation<Ask> = {
  support: 'partly',
  server: 'Says bye.',
  client: 'Hears it.',
  symptom: /^it said bye$/,
  async instead(ask) {
    if ((await (await ask()).text()) !== 'bye') throw new Error('it does not say bye')
  }
}

const untyped: AnswerDeviation = {
  operation: 'GET /hello',
  violation: /^body must have required property 'type'$/,
  server: 'Leaves out the type.',
  client: 'Adds it.'
}

const violation: Violation = {
  operation: 'GET /hello',
  status: 200,
  violation: "body must have required property 'type'"
}

interface Setting {
  readonly says?: string
  readonly violations?: readonly Violation[]
  readonly features?: Readonly<Record<string, Deviation<Ask>>>
  readonly answers?: readonly AnswerDeviation[]
  readonly open?: () => Promise<void>
}

function setUp({ says = 'hello', violations = [], features = {}, answers = [], open = async () => {} }: Setting): {
  readonly target: Target<Ask>
  readonly log: AnswerLog
  readonly closed: () => number
} {
  let closed = 0
  const target: Target<Ask> = {
    name: 'toy',
    features,
    answers,
    async open(watch) {
      await open()
      const fetch = watch(async () => new Response(says))
      const close = (): void => {
        closed += 1
      }
      return { context: () => fetch('http://toy.test/hello'), close }
    }
  }
  return { target, log: createAnswerLog(async () => violations, answers), closed: () => closed }
}

const proof = (setting: Setting, feature = greets): Promise<void> => {
  const { target, log } = setUp(setting)
  return prove(feature, target, log)
}

test('a feature holds, and what it needed is closed', async () => {
  const { target, log, closed } = setUp({})
  await prove(greets, target, log)
  expect(closed()).toBe(1)
})

test('a feature that does not hold fails, and what it needed is closed', async () => {
  const { target, log, closed } = setUp({ says: 'moin' })
  await expect(prove(greets, target, log)).rejects.toThrow('it said moin')
  expect(closed()).toBe(1)
})

describe('a deviation', () => {
  test('passes with its symptom and what holds instead', async () => {
    await proof({ says: 'bye', features: { greets: saysBye } })
  })

  test('that is healed fails', async () => {
    await expect(proof({ features: { greets: saysBye } })).rejects.toThrow(
      'toy offers "It greets" now: take greets out of its table'
    )
  })

  test('with another symptom fails', async () => {
    await expect(proof({ says: 'moin', features: { greets: saysBye } })).rejects.toThrow(
      'greets fails in another way than with /^it said bye$/: it said moin'
    )
  })

  test('fails where that does not hold which stands there instead', async () => {
    const instead = async (): Promise<void> => Promise.reject(new Error('nor this'))
    await expect(proof({ says: 'bye', features: { greets: { ...saysBye, instead } } })).rejects.toThrow('nor this')
  })

  test('is not seen in a target that does not open', async () => {
    const open = async (): Promise<void> => Promise.reject(new Error('it said bye'))
    await expect(proof({ open, features: { greets: saysBye } })).rejects.toThrow('it said bye')
  })

  test('may have the code of an error for a symptom', async () => {
    const failing: Feature<Ask> = {
      ...greets,
      run: () => Promise.reject(Object.assign(new Error('no'), { code: 'timeout' }))
    }
    await proof({ says: 'bye', features: { greets: { ...saysBye, symptom: /^timeout: no$/ } } }, failing)
  })
})

describe('an answer that deviates', () => {
  test('fails where it is in no table, however often it came', async () => {
    const other = { ...violation, status: 404 }
    await expect(proof({ violations: [violation, violation, other] })).rejects.toThrow(
      `answers deviate and are in no table:
GET /hello 200: body must have required property 'type'
GET /hello 404: body must have required property 'type'`
    )
  })

  test('fails beside a deviation, too', async () => {
    const setting = { says: 'bye', features: { greets: saysBye }, violations: [violation] }
    await expect(proof(setting)).rejects.toThrow('answers deviate')
  })

  test.each([
    ['its own row', untyped],
    ['a row of its status', { ...untyped, status: 200 }],
    ['a row of all paths', { ...untyped, operation: 'GET *' }]
  ])('passes with %s', async (_, row) => {
    const { target, log } = setUp({ violations: [violation], answers: [row] })
    await prove(greets, target, log)
    checkSeen(log, target)
  })

  test.each([
    ['another status', { ...untyped, status: 404 }],
    ['another operation', { ...untyped, operation: 'POST *' }],
    ['another violation', { ...untyped, violation: /^header/ }]
  ])('fails with a row of %s, which then is not seen', async (_, row) => {
    const { target, log } = setUp({ violations: [violation], answers: [row] })
    await expect(prove(greets, target, log)).rejects.toThrow('answers deviate')
    expect(() => checkSeen(log, target)).toThrow('no answer of toy deviates like this any more:')
  })

  test('is told once, not again with the next feature', async () => {
    const { target, log } = setUp({ says: 'moin', violations: [violation] })
    await expect(prove(greets, target, log)).rejects.toThrow('it said moin')
    await expect(prove({ ...greets, run: async () => {} }, target, log)).resolves.toBeUndefined()
  })
})

test('ids are unique, and a table names no others', () => {
  const { target } = setUp({ features: { greets: saysBye } })
  expect(() => checkIds([greets], target)).not.toThrow()
  expect(() => checkIds([greets, greets], target)).toThrow('two features have the id greets')
  expect(() => checkIds([], target)).toThrow('the table of toy names greets, which is no feature')
})
