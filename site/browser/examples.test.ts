import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type Page, servedPages } from '../../apps/explorer/browser/pages.ts'
import { serveExplorer } from '../../apps/explorer/serve/serve.ts'
import { examplesFile, siteFolder } from '../build/folders.ts'
import type { RunnableExample } from '../build/runnable-example.ts'

const site = servedPages(() => serveExplorer({ folder: siteFolder }))

test('every example of the docs runs in the page, without another host', async () => {
  const examples: RunnableExample[] = JSON.parse(await readFile(examplesFile, 'utf8'))
  const others: string[] = []
  const failures: string[] = []
  const queue = examples.values()
  const runSome = async (): Promise<void> => {
    const page = await site.open('playground.html')
    page.on('request', (request) => void (request.url().startsWith(site.url) || others.push(request.url())))
    for (const example of queue) await run(page, example)
  }
  const run = async (page: Page, { id, file }: RunnableExample): Promise<void> => {
    await page.getByLabel('Example').selectOption(id)
    await page.getByRole('button', { name: 'Run' }).click()
    const end = page.locator('.output .word')
    await end.waitFor()
    const failure = await page.locator('.failure').allTextContents()
    if (failure.length > 0) failures.push(`${file}, #${id}: ${failure.join()}`)
  }
  // Most of the time examples wait.
  await Promise.all(Array.from({ length: 4 }, runSome))
  expect(failures).toEqual([])
  expect(examples.length).toBeGreaterThan(70)
  expect(others).toEqual([])
})
