import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createOgcMock, type MockProcess } from '@geoclients/ogc-client/mock'
import { type MockServer, serve } from '@geoclients/ogc-client/mock/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { explorerPages, type Page, picture } from './kit.ts'

/** A file of 3 GB, of which nobody should fetch more than a little: what follows its beginning is nothing that belongs to it. */
const hugeBytes = 3_000_000_000

const asked: string[] = []
let files: Server
let ogc: MockServer
const kit = explorerPages()

const fixture = (name: string): Promise<Buffer> => readFile(join(import.meta.dirname, 'fixtures', name))
const described: MockProcess['description'] = {
  id: 'rasters',
  version: '1',
  jobControlOptions: ['async-execute'],
  outputTransmission: ['value', 'reference'],
  inputs: { name: { schema: { type: 'string' } } },
  outputs: { raster: { schema: { type: 'string', contentEncoding: 'binary', contentMediaType: 'image/tiff' } } }
}

beforeAll(async () => {
  const beginning = await fixture('large-overviews.tif')
  files = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    asked.push(`${request.method} ${request.headers.range ?? 'whole'}`)
    if (request.method === 'HEAD') return void response.setHeader('Content-Length', hugeBytes).end()
    if (from === '') return void response.destroy()
    const part = Buffer.alloc(Number(to) + 1 - Number(from))
    beginning.copy(part, 0, Number(from))
    response.setHeader('Content-Range', `bytes ${from}-${to}/${hugeBytes}`)
    response.writeHead(206).end(part)
  })
  await new Promise<void>((done) => files.listen(0, '127.0.0.1', done))
  const href = `http://127.0.0.1:${(files.address() as AddressInfo).port}/scene.tif`
  // Results are links to files for whoever wants the huge one, and bytes for all others.
  const byValue: MockProcess = {
    description: { ...described, id: 'by_value', outputTransmission: ['value'] },
    run: async ({ name }) => ({ raster: await fixture(String(name)) })
  }
  const byLink: MockProcess = {
    ...byValue,
    description: { ...described, id: 'by_link', outputTransmission: ['reference'] }
  }
  const mock = createOgcMock({ processes: [byValue, byLink] })
  const handle = async (request: Request): Promise<Response> => {
    if (!request.url.endsWith('/results') || !request.url.includes('huge')) return mock.handle(request)
    return Response.json({ raster: { href, type: 'image/tiff; application=geotiff; profile=cloud-optimized' } })
  }
  const huge = async (request: Request): Promise<Response> => {
    if (request.url.endsWith('/jobs/huge')) {
      return Response.json({ jobID: 'huge', type: 'process', processID: 'by_link', status: 'successful' })
    }
    return handle(request)
  }
  ogc = await serve({ handle: huge, basePath: mock.basePath })
})
afterAll(async () => {
  files?.close().closeAllConnections()
  await ogc?.close()
})

const drawn = (page: Page): Promise<void> => page.locator('[data-drawn][aria-label^="Map: "]').first().waitFor()

async function shown(id: 'by_value' | 'by_link', name: string): Promise<Page> {
  const inputs = encodeURIComponent(JSON.stringify({ name }))
  const page = await kit.open(`?ogc=${ogc.url}#/processes/${id}?inputs=${inputs}`)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('heading', { name: 'raster' }).waitFor()
  return page
}

/** The colours of the map in a column of points, from north to south. */
const colorsAlong = (page: Page, count = 5): Promise<string[]> =>
  page.evaluate(async (points) => {
    const map = document.querySelector('.output .map')
    if (!map) return []
    const canvases = [...map.querySelectorAll('canvas')]
    const found: string[] = []
    for (let point = 1; point <= points; point += 1) {
      const seen = canvases.map((canvas) => {
        const [x, y] = [canvas.width / 2, (canvas.height * point) / (points + 1)]
        return [...(canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3).join(' ')
      })
      found.push(seen.at(-1) ?? '')
    }
    return found
  }, count)

test('the demo makes a GeoTIFF, which lies on the map with its legend, size and values', async () => {
  const page = await kit.open('?ogc=demo#/processes/daylight_map')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('img', { name: /^Legend: Values from \d.* to/ }).waitFor()
  await drawn(page)
  await page.getByText(/^\d+(\.\d)? kB · 140 × 76 pixels · EPSG:4326$/).waitFor()
  // In December days grow longer from north to south: dark to bright.
  await expect.poll(async () => new Set(await colorsAlong(page)).size).toBeGreaterThan(2)
  await page.locator('.output .map').hover()
  await page.getByText(/^At the pointer: \d/).waitFor()
  await page.getByRole('heading', { name: 'Result' }).scrollIntoViewIfNeeded()
  await picture(page, 'raster')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download hours' }).click()
  ])
  expect(download.suggestedFilename()).toBe('hours.tif')
})

test.each(['by_value', 'by_link'] as const)('%s: a raster in UTM is shown with its unit', async (id) => {
  const page = await shown(id, 'heights-utm.tif')
  await page.getByRole('img', { name: /^Legend: Values from 0 to 2,400 m$/ }).waitFor()
  await drawn(page)
  await page.getByText(/ · 160 × 120 pixels · EPSG:32632$/).waitFor()
  await expect.poll(async () => new Set(await colorsAlong(page)).size).toBeGreaterThan(2)
  await picture(page, `raster-${id}`)
})

test('of 3 GB behind a link, an overview is fetched and shown', async () => {
  const page = await kit.open(`?ogc=${ogc.url}#/runs/huge`)
  await page.getByText('3 GB · 3,072 × 2,304 pixels · shown from an overview of 1,536 × 1,152 · EPSG:3857').waitFor()
  await drawn(page)
  expect(asked.filter((one) => one.includes('whole'))).toEqual(['HEAD whole'])
  expect(asked.length).toBeLessThan(6)
  await picture(page, 'raster-huge')
})

test('what the map cannot show is a picture with a reason, by bands', async () => {
  const page = await shown('by_value', 'bands-laea.tif')
  await page.getByText('This page cannot convert the coordinate system EPSG:3035').waitFor()
  await page.getByRole('img', { name: 'raster', exact: true }).waitFor()
  await page.getByLabel('Band').selectOption({ label: '3: B03' })
  await page.getByRole('img', { name: /^Legend: Values from 2,\d{3} to/ }).waitFor()
  await picture(page, 'raster-no-map')
})

test.each([
  ['too-large.tif', '40,000 × 30,000 pixels and no overview'],
  ['zstd.tif', '(Zstandard)'],
  ['make-rasters.py', 'but it is none']
])('%s is not shown, and the page says why', async (name, words) => {
  const page = await shown('by_value', name)
  await page.getByText(words).waitFor()
  await page.getByRole('button', { name: 'Download raster' }).waitFor()
})
