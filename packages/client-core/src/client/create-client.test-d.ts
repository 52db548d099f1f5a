import { test } from 'vitest'
import type { RequestOptions } from '../types/api.ts'
import type { ClientCore } from './create-client.ts'

interface RunOptions extends RequestOptions {
  readonly mode?: string | undefined
  readonly limit?: number | undefined
}

declare const core: ClientCore<unknown>
declare const plain: RequestOptions | undefined
declare const run: RunOptions | undefined

test('a call says the rules of the options that only it has', () => {
  core.settings()
  core.settings(plain)
  core.settings({ timeout: 5, retry: false })
  core.settings(run, { mode: true, limit: true })
  // @ts-expect-error no rules
  core.settings(run)
  // @ts-expect-error one of them is forgotten
  core.settings(run, { mode: true })
  // @ts-expect-error it has no such option
  core.settings(plain, { mode: true })
})
