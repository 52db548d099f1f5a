import { describe, expect, test } from 'vitest'
import { SecretFinder } from './secret-finder.ts'

const hide = (secret: string, text: string): string => new SecretFinder(secret).hide(text)

describe('a secret of several parts', () => {
  const secret = 'token-8chars-and-more'

  test('is hidden as often as it is there', () => {
    expect(hide(secret, `a ${secret} b ${secret}${secret}`)).toBe('a *** b ******')
  })

  test.each([
    ['with another end', 'token-8chars-and-less'],
    ['with another beginning', 'taken-8chars-and-more'],
    ['with something between its parts', 'token-8chars!-and-more'],
    ['of which only the end is there', 'and-more'],
    ['in other letters', 'TOKEN-8CHARS-AND-MORE']
  ])('is not seen in a text %s', (_, text) => {
    expect(hide(secret, `a ${text} b`)).toBe(`a ${text} b`)
    expect(new SecretFinder(secret).isIn(`a ${text} b`)).toBe(false)
  })

  test('is seen in a text that has one like it before, whose end differs', () => {
    expect(hide(secret, `token-8chars-and-less ${secret}`)).toBe('token-8chars-and-less ***')
  })

  test('is seen where it begins within a beginning of itself', () => {
    expect(hide('aaaaaaaab', 'aaaaaaaaaab!')).toBe('aa***!')
  })
})

test('the same finder is asked for any number of texts, and starts anew in each', () => {
  const finder = new SecretFinder('hunter2-hunter3')
  for (const text of ['hunter2-hunter3', '... hunter2-hunter3', 'hunter2-hunter3']) {
    expect([finder.isIn(text), finder.hide(text)]).toEqual([true, text.replace('hunter2-hunter3', '***')])
  }
})

describe('a host', () => {
  test('holds a secret whatever its letters are, in any form', () => {
    const finder = new SecretFinder('Token-8chars-And-More')
    for (const host of ['token-8chars-and-more.example', 'a.TOKEN-8chars-and-more.example']) {
      expect([finder.isInHost(host), finder.isInHost('token-8chars.example')]).toEqual([true, false])
    }
  })

  test('holds no secret that is longer than a host may be', () => {
    const longest = 'a'.repeat(253)
    expect(new SecretFinder(longest).isInHost(longest)).toBe(true)
    expect(new SecretFinder(`${longest}a`).isInHost(`${longest}a`)).toBe(false)
  })
})
