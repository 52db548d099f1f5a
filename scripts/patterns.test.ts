import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countSteps } from './patterns/count-steps.ts'
import { findPatterns } from './patterns/find-patterns.ts'
import { hostileTexts } from './patterns/hostile-texts.ts'
import { parsePattern } from './patterns/parse-pattern.ts'

const packages = join(import.meta.dirname, '..', 'packages')
const length = 240
/** More than any of our patterns needs where it is linear, half of what a quadratic one needs at this length. */
const stepsForEachCharacter = 60

function isLinear(source: string, flags: string): boolean {
  const tree = parsePattern(source, flags)
  for (const text of hostileTexts(source, length)) {
    const limit = stepsForEachCharacter * text.length
    if (countSteps(tree, text, limit) > limit) return false
  }
  return true
}

/** These are run on a bounded beginning of a text only: the place that bounds it is named. */
const bounded: Readonly<Record<string, string>> = {
  '<title[^>]*>([^<]*)<\\/title>': 'preview: 4,000 characters'
}

const found = ['client-core', 'mock-core', 'ogc-client', 'cas-client'].flatMap((name) => findPatterns(packages, name))

test.each(found)('$place /$source/$flags takes work in proportion to the text', ({ source, flags }) => {
  if (source in bounded) return
  expect(isLinear(source, flags)).toBe(true)
})

test.each([
  ['\\/+$', ''],
  ['.*\\/jobs\\/([^/]+)', ''],
  ['^[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z]*$', ''],
  ['^(?:a+)+$', ''],
  ['^(?:a|a)*$', ''],
  ['\\s+$', ''],
  ['^(\\w+\\s?)*$', '']
])('/%s/ is known as one that does not', (source, flags) => {
  expect(isLinear(source, flags)).toBe(false)
})

test.each<[string, string, string]>([
  ['(a+)b', '', 'aab ab'],
  ['^(?:x|yz){1,2}[^a-c]$', '', 'xyzd'],
  ['(?!^)@.*$', '', '@a@b'],
  ['(?<!/)/+$', '', '//a//'],
  ['\\p{Cc}+', 'u', 'a\n\nb'],
  ['T\\d{2}Z?', 'i', 't10z']
])('the count is that of an engine which finds what the platform finds: /%s/%s', (source, flags, text) => {
  expect(countSteps(parsePattern(source, flags), text, 10_000)).toBeGreaterThan(text.length)
  expect(new RegExp(source, flags).test(text)).toBe(true)
})
