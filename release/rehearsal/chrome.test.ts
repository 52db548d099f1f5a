import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installedChrome } from './chrome.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chrome-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the one that is named comes before those on the path', async () => {
  const PATH = `/nowhere:${folder}`
  expect(installedChrome({ PATH })).toBeUndefined()
  for (const name of ['chromium-browser', 'chromium', 'google-chrome']) {
    await writeFile(join(folder, name), '')
    expect(installedChrome({ PATH })).toBe(join(folder, name))
  }
  expect(installedChrome({ PATH, CHROME_BIN: join(folder, 'chromium') })).toBe(join(folder, 'chromium'))
  expect(() => installedChrome({ PATH, CHROME_BIN: '/nowhere/chrome' })).toThrow('CHROME_BIN must be a program')
})
