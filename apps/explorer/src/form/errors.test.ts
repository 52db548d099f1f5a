import { expect, test } from 'vitest'
import { errorsOf } from './errors.ts'

const issue = (pointer: string, message = 'is missing') => ({ pointer, message, value: undefined, keyword: 'required' })

test('issues are at the places that their pointers name; those of a single field are at the field', () => {
  const issues = [issue('/size/width'), issue('/size/width', 'is odd'), issue('/box/bbox/0'), issue('/a~1b')]
  expect(errorsOf(issues, new Map([['box', 1]]))).toEqual({
    size: { width: { __errors: ['is missing', 'is odd'] } },
    box: { __errors: ['is missing'] },
    'a/b': { __errors: ['is missing'] }
  })
})

test.each(['constructor', 'toString', '__proto__'])('an input may be called %s', (id) => {
  const errors = errorsOf([issue(`/${id}`), issue(`/${id}/${id}`, 'is odd')], new Map())
  expect(Object.keys(errors)).toEqual([id])
  expect(Object.getOwnPropertyDescriptor(errors, id)?.value).toEqual(
    Object.fromEntries([
      ['__errors', ['is missing']],
      [id, { __errors: ['is odd'] }]
    ])
  )
  expect([Object.keys(Object), Object.hasOwn(Object.prototype, '__errors')]).toEqual([[], false])
})

test('where a name is the one of the list of errors, the issue is told of what is above it', () => {
  expect(errorsOf([issue('/size/__errors/0'), issue('/size')], new Map())).toEqual({
    size: { __errors: ['is missing', 'is missing'] }
  })
})
