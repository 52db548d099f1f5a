import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { reduceToStructure } from '../scripts/contract/arrange.ts'
import { differences } from './differences.ts'

const kept = join(import.meta.dirname, '..', 'specs', 'cas', 'upstream.json')

/* What the contract is merged from must still be what the server says of itself. Mended by: npm run specs:pull -- cas --from URL */
test('the live OpenAPI document reduces to specs/cas/upstream.json', async () => {
  const response = await fetch(`${inject('baseUrls').cas}/openapi.json`)
  const live = reduceToStructure((await response.json()) as object)
  expect(differences(JSON.parse(readFileSync(kept, 'utf8')), live)).toEqual([])
})
