import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { explorerPages, type Page, picture } from './kit.ts'

const kit = explorerPages()

/** Waits until a map shows all that it has. */
const drawn = (page: Page, title: string): Promise<void> =>
  page.locator(`[data-drawn][aria-label^="Map: ${title}"]`).waitFor()
const run = (page: Page): Promise<void> => page.getByRole('button', { name: 'Run', exact: true }).click()

test('from the start to a result on the map, without a server', async () => {
  const page = await kit.open()
  await picture(page, 'start')
  await page.getByRole('link', { name: 'Open the demo' }).click()
  await page.getByLabel('Search').fill('map geojson')
  await picture(page, 'processes')
  await page.getByRole('link', { name: 'Circles around places' }).click()
  const map = page.getByRole('application', { name: /^Map: Place/ })
  await drawn(page, 'Place')
  await map.click({ position: { x: 190, y: 100 } })
  await run(page)
  await page.getByRole('progressbar').waitFor()
  await picture(page, 'progress')
  await page.getByRole('heading', { name: 'Circles', exact: true }).waitFor()
  await page
    .getByRole('application', { name: /^Map: Circles/ })
    .locator('canvas')
    .first()
    .waitFor()
  const rows = page.getByRole('region', { name: 'Table: Circles' }).getByRole('row')
  await expect.poll(() => rows.count()).toBe(4)
  await rows.nth(1).getByRole('button').click()
  await page.locator('.chosen').waitFor()
  await page.getByRole('heading', { name: 'Result' }).scrollIntoViewIfNeeded()
  await picture(page, 'result')
})

test('a form says what is wrong in words, and sends nothing', async () => {
  const page = await kit.open('?ogc=demo#/processes/primes_between')
  await page.getByLabel('From').fill('-5')
  await run(page)
  await page.getByRole('alert').first().waitFor()
  await picture(page, 'fault')
  expect(await page.getByRole('alert').first().textContent()).toContain('must be at least')
})

test('a series becomes a chart and a table that is sorted', async () => {
  const page = await kit.open('?ogc=demo#/processes/daylight')
  await run(page)
  const chart = page.locator('.chart svg').first()
  await chart.waitFor()
  for (const width of [390, 1024]) {
    await page.setViewportSize({ width, height: 768 })
    // A unit of the drawing is a pixel, so its letters are never smaller than the page's.
    await expect.poll(() => chart.evaluate((svg: SVGSVGElement) => svg.getScreenCTM()?.a)).toBeCloseTo(1, 1)
  }
  await page.getByRole('heading', { name: 'Result' }).scrollIntoViewIfNeeded()
  await picture(page, 'chart')
})

test('numbers, a tree, a map and a picture are shown, and each output can be saved', async () => {
  const inputs = { red: [[0.1, 0.2]], nir: [[0.5, 0.3]], bbox: { bbox: [9.9, 53.5, 10.1, 53.6] } }
  const page = await kit.open(
    `?ogc=demo#/processes/ndvi_statistics?inputs=${encodeURIComponent(JSON.stringify(inputs))}`
  )
  await run(page)
  const image = page.locator('.picture img')
  await image.waitFor()
  await expect.poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(2)
  await drawn(page, 'Where the grid lies')
  const outputs = page.locator('.output')
  expect(await outputs.count()).toBe(4)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    outputs
      .filter({ has: image })
      .getByRole('button', { name: /Download/ })
      .click()
  ])
  expect((await readFile(await download.path())).subarray(1, 4).toString()).toBe('PNG')
})

const grayPixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGM4AQAAygDJmcpdfgAAAABJRU5ErkJggg=='

test('no tile is asked for before a person wants them', async () => {
  const page = await kit.open()
  const asked: string[] = []
  await page.route('https://tile.openstreetmap.org/**', (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'image/png', body: Buffer.from(grayPixel, 'base64') })
  })
  await page.goto(new URL('?ogc=demo#/processes/buffer_places', kit.url).href)
  await drawn(page, 'Place')
  expect(asked).toEqual([])
  await page.getByLabel('Tiles of OpenStreetMap (needs network)').check()
  await expect.poll(() => asked.length).toBeGreaterThan(0)
  await page.getByText('OpenStreetMap contributors').waitFor()
})

test('every kind of input has a field', async () => {
  const page = await kit.open('?ogc=demo#/processes/echo_inputs')
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor()
  await run(page)
  await page.getByRole('heading', { name: 'A bounding box' }).waitFor()
  await drawn(page, 'A bounding box')
  await picture(page, 'echo')
})

test('the runs are listed, with their inputs', async () => {
  const page = await kit.open('?ogc=demo#/processes/sleep_a_while')
  await run(page)
  await page.getByRole('button', { name: 'Cancel' }).waitFor()
  await page.getByRole('link', { name: 'Runs' }).click()
  await page.getByRole('link', { name: 'sleep_a_while' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('cancelled').first().waitFor()
  await picture(page, 'runs')
})

test('several runs at once are kept for another day, with their inputs, and can be run again', async () => {
  const page = await kit.open('?ogc=demo#/processes/sleep_a_while')
  for (const seconds of ['301', '302']) {
    await page.getByLabel('Seconds').fill(seconds)
    await run(page)
    await page.locator('.earlier, .run').first().waitFor()
  }
  const earlier = page.getByRole('button', { name: /duration 30/ })
  await expect.poll(() => earlier.count()).toBe(2)
  await page.getByRole('link', { name: 'Runs' }).click()
  await page.getByText('All jobs of the server').click()
  await expect.poll(() => page.locator('.server-jobs li').count()).toBe(2)
  await page.reload()
  await expect
    .poll(() => page.locator('.run-given').allTextContents())
    .toEqual(['duration 302, fail false', 'duration 301, fail false'])
  await page.getByRole('link', { name: 'sleep_a_while' }).last().click()
  await page.getByRole('link', { name: 'Run again, or change it' }).click()
  await expect.poll(() => page.getByLabel('Seconds').inputValue()).toBe('301')
})

test('the request is there to be copied', async () => {
  const page = await kit.open('?ogc=demo#/processes/primes_between?inputs=%7B%22max_val%22%3A7%7D', {
    permissions: ['clipboard-read', 'clipboard-write']
  })
  await page.getByText('The same from a program').click()
  await page.getByRole('button', { name: 'Python' }).click()
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('ProcessRequest(inputs={ "min_val": 0, "max_val": 7')
  await picture(page, 'code')
})

test('a file is read in, and its size is told; one that is dropped gives the geometry', async () => {
  const page = await kit.open('?ogc=demo#/processes/echo_inputs')
  const file = page.getByRole('group', { name: 'Any bytes' })
  await file
    .locator('input[type=file]')
    .setInputFiles({ name: 'scene.bin', mimeType: 'application/x-scene', buffer: Buffer.alloc(3_000_000, 1) })
  await file.getByText('scene.bin, 3 MB').waitFor()
  const place = page.getByRole('group', { name: 'A point feature' })
  const broken = { name: 'a.geojson', mimeType: 'application/json', buffer: Buffer.from('{"type":"Feature') }
  await place.locator('input[type=file]').setInputFiles(broken)
  await place.getByText('a.geojson is not GeoJSON.').waitFor()
  const point = { type: 'Point', coordinates: [7.4, 46.9] }
  await place
    .locator('input[type=file]')
    .setInputFiles({ ...broken, name: 'b.geojson', buffer: Buffer.from(JSON.stringify(point)) })
  await place.getByText('As GeoJSON text').click()
  await picture(page, 'drop')
  await expect
    .poll(async () => JSON.parse(await place.getByLabel('GeoJSON', { exact: true }).inputValue()).geometry)
    .toEqual(point)
})
