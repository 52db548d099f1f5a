import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { picture, servedPages } from '../../apps/explorer/browser/pages.ts'
import { serveExplorer } from '../../apps/explorer/serve/serve.ts'
import { siteFolder } from '../build/folders.ts'

if (!existsSync(siteFolder)) throw new Error('The site is not built: npm run site')
const site = servedPages(() => serveExplorer({ folder: siteFolder }))

test('from the start page to a guide, by the search too', async () => {
  const page = await site.open()
  await picture(page, 'home')
  await page.getByRole('heading', { name: 'I have catchments' }).click()
  await page.getByRole('heading', { name: 'I have catchments', level: 1 }).waitFor()
  await page
    .getByRole('button', { name: /Search/ })
    .first()
    .click()
  await page.getByRole('searchbox').fill('deploy process package')
  const found = page.getByRole('option', { name: /Part 2/ }).first()
  await found.waitFor()
  await picture(page, 'search')
  await found.click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(page.url()).toContain('.html')
})

test('the search finds guides before the reference', async () => {
  const page = await site.open('guide/jobs.html')
  await page
    .getByRole('button', { name: /Search/ })
    .first()
    .click()
  await page.getByRole('searchbox').fill('mock fetch')
  const first = page.locator('li[role=option] a').first()
  expect(await first.getAttribute('href')).toContain('/guide/testing.html')
  await first.click()
  await page.getByRole('searchbox').waitFor({ state: 'detached' })
})

test('an example of a page is changed and run where it stands', async () => {
  const page = await site.open('guide/first-call.html')
  await page.getByRole('button', { name: 'Run and change' }).first().click()
  const output = page.getByRole('log', { name: 'Output' })
  await output.getByText('[ 11, 13, 17, 19, 23, 29 ]').waitFor()
  await output.getByText('Finished').waitFor()
  const editor = page.getByRole('textbox', { name: 'Program' })
  await editor.fill("import { ogc } from './given'\n\nconst { id } = await ogc.getProcess('ndvi')\nid")
  await editor.press('Escape')
  await editor.press('Control+Enter')
  await output.locator('.value', { hasText: "'ndvi'" }).waitFor()
  await picture(page, 'example')
})

test.each([
  ['a mistake of the language', 'const a = 1\nlet = (', /SyntaxError: .*, in line 2/],
  [
    'an error of the client',
    "import { ogc } from './given'\n\nawait ogc.getProcess('nope')",
    /OgcError \(http-status\).*in line 3/s
  ],
  ['a module that is not there', "import fs from 'node:fs'\nfs.rm", /A page cannot import 'node:fs'/]
])('%s is shown plainly', async (_title, code, expected) => {
  const page = await site.open('playground.html')
  const editor = page.getByRole('textbox', { name: 'Program' })
  await editor.fill(code)
  await page.getByRole('button', { name: 'Run' }).click()
  const failure = page.locator('.failure')
  await failure.waitFor()
  expect(await failure.textContent()).toMatch(expected)
  await picture(page, 'mistake')
})

test('the value of the last statement is shown, and a text that looks like an import is a text', async () => {
  const page = await site.open('playground.html')
  await page.getByRole('textbox', { name: 'Program' }).fill('console.log("require(\'zzz\')")\n1, 2')
  await page.getByRole('button', { name: 'Run' }).click()
  const output = page.getByRole('log', { name: 'Output' })
  await output.getByText("require('zzz')").waitFor()
  expect(await output.locator('.value').textContent()).toBe('2')
  expect(await output.locator('.failure').count()).toBe(0)
})

test('a loop without end is stopped', async () => {
  const page = await site.open('playground.html')
  await page.getByRole('textbox', { name: 'Program' }).fill('for (;;) {}')
  await page.getByRole('button', { name: 'Run' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText('Stopped.').waitFor()
})

test.each([
  ['light', ['', 'guide/jobs.html', 'guide/compatibility.html', 'playground.html']],
  ['dark', ['', 'guide/first-call.html', 'guide/api.html', 'playground.html']]
] as const)('pages fit a phone, and axe finds nothing, when it is %s', async (colorScheme, paths) => {
  const viewport = { width: 390, height: 844 }
  for (const path of paths) {
    const page = await site.open(path, { viewport, colorScheme })
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await picture(page, `phone-${colorScheme}-${path.replaceAll(/\W+/g, '-')}`)
  }
})

test('on a phone the map of the start page covers neither the header nor the title, and paths in tables stay whole', async () => {
  const viewport = { width: 390, height: 844 }
  const start = await site.open('', { viewport })
  const boxOf = (selector: string): Promise<DOMRect> =>
    start.locator(selector).evaluate((element) => element.getBoundingClientRect().toJSON())
  const image = await boxOf('.VPHero .image-src')
  expect(image.top).toBeGreaterThanOrEqual((await boxOf('.VPNav')).bottom)
  expect(image.bottom).toBeLessThanOrEqual((await boxOf('.VPHero h1')).top)
  const methods = await site.open('guide/api.html', { viewport })
  const path = methods.locator('td code', { hasText: /^GET \/conformance$/ }).first()
  // One line for the method, and one for the path.
  expect(await path.evaluate((code) => code.getClientRects().length)).toBeLessThanOrEqual(2)
})

test('an address without a page shows the page that says so', async () => {
  const page = await site.open('guide/nothing.html')
  await page.getByText('PAGE NOT FOUND').waitFor()
  await page.getByRole('link', { name: 'go to home' }).click()
  await page.getByRole('heading', { name: 'I have catchments' }).waitFor()
})

test('the explorer and the Markdown of a page are part of the site', async () => {
  const page = await site.open('guide/jobs.html')
  const markdown = await page.request.get(new URL('guide/jobs.md', site.url).href)
  expect(await markdown.text()).toMatch(/^# Jobs\n/)
  const list = await page.request.get(new URL('llms.txt', site.url).href)
  expect(await list.text()).toContain('- [Jobs](guide/jobs.md): run, watch, cancel, find again')
  await page.getByRole('link', { name: 'Explorer', exact: true }).first().click()
  await page.getByRole('link', { name: 'Open the demo' }).waitFor()
})
