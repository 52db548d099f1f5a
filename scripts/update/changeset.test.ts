import { expect, test } from 'vitest'
import type { Change } from '../diff/changes.ts'
import { changesetText } from './changeset.ts'

const owner = { name: '@test/a', version: '1.2.0', folder: 'packages/a' }
const cosmetic: Change = { rating: 'cosmetic', subject: 'GET /tiles', text: '`summary` was reworded.' }
const added: Change = { rating: 'added', subject: 'GET /tiles', text: 'Response 409 was added.' }

test.for([
  [
    'a change that users notice',
    [cosmetic, added],
    false,
    'minor',
    'Title.\n\n- **GET /tiles**\n  - added: Response 409 was added.'
  ],
  ['texts', [cosmetic], true, 'patch', 'Title. Texts only: no type changed.'],
  [
    'types that say the same in other words',
    [cosmetic],
    false,
    'patch',
    'Title. Types are arranged otherwise: what they take and hold is the same.'
  ]
] as const)('%s', ([, changes, sameTypes, bump, words]) => {
  expect(changesetText('Title.', { changes, sameTypes }, { owner, dependents: [] })).toBe(
    `---\n"@test/a": ${bump}\n---\n\n${words}\n`
  )
})
