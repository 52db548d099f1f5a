import { describe, expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { safeCause } from './sanitize-cause.ts'

const hide = (text: string): string => text.replaceAll('hunter2', '***')
const safe = (cause: unknown) => safeCause(cause, hide) as Error & { readonly code?: string }

/** An error, and as many further ones as causes of one another. */
const chain = (length: number, last: Error = new Error('last')): Error =>
  length === 0 ? last : new Error(`${length}`, { cause: chain(length - 1, last) })
const lengthOf = (cause: unknown): number => (cause instanceof Error ? 1 + lengthOf(cause.cause) : 0)

const refuse = (): never => {
  throw new Error('hunter2')
}

describe('the very cause stays', () => {
  test.each([
    [
      'an error of the system, whose members say nothing',
      Object.assign(new Error('connect ECONNREFUSED'), {
        ...{ name: 'Error', code: 'ECONNREFUSED', errno: -111, syscall: 'connect' },
        ...{ address: '127.0.0.1', port: 80, host: 'h.example', hostname: 'h.example' }
      })
    ],
    ['an error whose members have no value', Object.assign(new Error('no'), { code: undefined, errno: null })],
    ['an error whose members are no texts', Object.assign(new Error('no'), { code: true, errno: 5n })],
    ['an error with five causes', chain(5)],
    [
      'an error of a client, which was redacted already',
      makeError({ code: 'network', message: 'no', url: 'https://h' })
    ],
    ['undefined', undefined],
    ['null', null],
    ['a number', 5],
    ['a boolean', false],
    ['a bigint', 5n]
  ])('%s', (_, cause) => {
    expect(safe(cause)).toBe(cause)
  })

  test('an error whose stack is computed, as some platforms do it', () => {
    const cause = Object.defineProperty(new Error('no'), 'stack', { get: () => 'at a.js:1' })
    expect(safe(cause)).toBe(cause)
  })
})

describe('a copy takes the place of', () => {
  test.each([
    ['an error whose computed stack shows a secret', { get: () => 'at hunter2.js' }, 'stack'],
    ['an error with a getter, whatever it is called', { get: () => 'E_NO' }, 'code']
  ])('%s', (_, property, key) => {
    const cause = Object.defineProperty(new Error('no'), key, property)
    expect(safe(cause)).not.toBe(cause)
    expect(safe(cause).stack).not.toContain('hunter2')
  })

  test('an error whose class says how Node prints it', () => {
    class Told extends Error {
      [Symbol.for('nodejs.util.inspect.custom')](): string {
        return 'hunter2'
      }
    }
    const cause = new Told('no')
    expect(safe(cause)).not.toBe(cause)
    expect(safe(cause)).toMatchObject({ name: 'Error', message: 'no' })
  })

  test('an error with more than five causes; the copy has as many as are looked at', () => {
    expect(safe(chain(6))).toMatchObject({ message: '6', cause: { message: '5' } })
    expect(lengthOf(safe(chain(6)))).toBe(6)
    expect(lengthOf(safe(chain(3, new Error('hunter2'))))).toBe(4)
  })

  test.each([
    ['in its message', makeError({ code: 'network', message: 'no hunter2' }), 'no ***'],
    ['in its cause', makeError({ code: 'network', message: 'no', cause: new Error('hunter2') }), 'no']
  ])("another client's error that shows a secret of this one %s", (_, cause, message) => {
    expect(safe(cause)).not.toBe(cause)
    expect(safe(cause)).toMatchObject({ name: cause.name, message, code: 'network' })
  })

  test('errors of clients that hide how deep they are', () => {
    let cause: Error = new Error('no')
    for (let i = 0; i < 6; i++) cause = makeError({ code: 'network', message: `${i}`, cause })
    expect(safe(cause)).not.toBe(cause)
  })

  test.each(['message', 'name'])('an error whose class has a getter for its %s', (key) => {
    class Odd extends Error {}
    Object.defineProperty(Odd.prototype, key, { get: () => 'no hunter2' })
    const copy = safe(Object.defineProperty(new Odd(), 'stack', { value: '' }))
    expect(Reflect.get(copy, key)).toBe('no ***')
  })

  test('an error of the platform, whose name and message are those of its class', () => {
    const copy = safe(new DOMException('no hunter2', 'TimeoutError'))
    expect(copy).toMatchObject({ name: 'TimeoutError', message: 'no ***' })
    expect('code' in copy).toBe(false)
  })

  test('an error that has no cause, but a member for it', () => {
    const copy = safe(new Error('no hunter2', { cause: null }))
    expect(copy.message).toBe('no ***')
    expect(copy.cause).toBeUndefined()
  })

  test.each([
    ['an object that says nothing', { request: 'hunter2' }, 'Object'],
    ['an object without a class', Object.assign(Object.create(null), { request: 'hunter2' }), 'Object'],
    ['a function', Object.assign(() => {}, { token: 'hunter2' }), 'Function'],
    ['a symbol', Symbol('hunter2'), 'Symbol']
  ])('%s: an error with the name of what it was', (_, cause, name) => {
    const copy = safe(cause)
    expect(copy).toBeInstanceOf(Error)
    expect([copy.name, copy.message, Object.keys(copy)]).toEqual([name, '', []])
    expect(copy.stack).not.toContain('hunter2')
  })

  test('an object with getters, none of which is called', () => {
    let calls = 0
    const cause = {
      get message() {
        calls++
        return 'hunter2'
      }
    }
    expect([safe(cause).message, calls]).toEqual(['', 0])
  })

  test.each([
    ['an object', new Proxy({}, { getOwnPropertyDescriptor: refuse })],
    ['an error', Object.defineProperty(new Error('no'), 'name', { get: refuse })]
  ])('%s that cannot be looked at: an error that says so', (_, cause) => {
    expect(safe(cause)).toMatchObject({ name: 'Error', message: 'the cause cannot be read' })
  })
})

test('a text is a text without its secrets', () => {
  expect(safeCause('no hunter2', hide)).toBe('no ***')
})
