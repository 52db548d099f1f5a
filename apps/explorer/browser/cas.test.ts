import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { explorerPages, picture } from './kit.ts'

const kit = explorerPages()

/** Squares over Europe, a Feature a line, with a broken line and a line that is no place. */
function squares(count: number): Buffer {
  const side = Math.ceil(Math.sqrt(count))
  const lines = Array.from({ length: count }, (_, index) => {
    const [x, y] = [-8 + (index % side) * (32 / side), 37 + Math.floor(index / side) * (24 / side)]
    const size = 28 / side
    const ring = [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]] // biome-ignore format: a ring
    return JSON.stringify({
      type: 'Feature',
      properties: { nr: index + 1 },
      geometry: { type: 'Polygon', coordinates: [ring] }
    })
  })
  const other = '{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}'
  return Buffer.from([...lines, other, '{"type":"Feature"'].join('\n'))
}

test('thousands of places become a map with colours, a legend, a histogram, a table and files', async () => {
  const page = await kit.open('?cas=demo#/attributes')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'p.geojsonl', mimeType: 'application/x-ndjson', buffer: squares(2_000) })
  await page.getByText('2,000 places').waitFor()
  await page.getByLabel('Search').fill('mm/day')
  await page.getByRole('checkbox', { name: /precipitation/ }).check()
  await page.getByLabel('Search').fill('unreachable')
  await page.getByRole('checkbox', { name: /unreachable/ }).check()
  await page.getByRole('button', { name: 'Extract' }).click()
  await page.getByText(/^Failures: /).waitFor()
  await page.locator('[data-drawn][aria-label^="Map: Result"]').waitFor()
  await expect.poll(() => page.getByRole('list', { name: 'Legend' }).getByRole('listitem').count()).toBe(5)
  expect(await page.locator('.failures').textContent()).toContain('2,000 places (1, 2, 3, 4, 5…)')
  await page.locator('.legend-row').scrollIntoViewIfNeeded()
  await picture(page, 'attributes')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as GeoJSON' }).click()
  ])
  const { features } = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(features).toHaveLength(2_000)
  expect(features[0].properties).toMatchObject({ nr: 1, cas_precipitation: expect.any(Number) })
})

test('a place is drawn, and the datasets stand in the address', async () => {
  const page = await kit.open('?cas=demo#/attributes?datasets=demo_land:land_cover')
  await page.locator('[data-drawn][aria-label^="Map: Places"]').click({ position: { x: 190, y: 130 } })
  await page.getByText('1 place', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Extract' }).click()
  await page.getByLabel('Colours show').selectOption({ index: 1 })
  await page.getByRole('columnheader', { name: /cropland/ }).waitFor()
})
