import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TestWorkplace } from '../../scripts/testing/workplace.ts'
import { installedChrome } from './chrome.ts'

test('the one that is named comes before those on the path', async () => {
  const work = await TestWorkplace.create()
  const { root } = work
  const PATH = `/nowhere:${root}`
  expect(installedChrome({ PATH })).toBeUndefined()
  for (const name of ['chromium-browser', 'chromium', 'google-chrome']) {
    await work.write(name, '')
    expect(installedChrome({ PATH })).toBe(join(root, name))
  }
  expect(installedChrome({ PATH, CHROME_BIN: join(root, 'chromium') })).toBe(join(root, 'chromium'))
  expect(() => installedChrome({ PATH, CHROME_BIN: '/nowhere/chrome' })).toThrow('CHROME_BIN must be a program')
})
