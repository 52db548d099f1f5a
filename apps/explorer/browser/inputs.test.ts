import { createOgcMock, type MockProcess, type OgcMock } from '@geoclients/ogc-client/mock'
import { type MockServer, serve } from '@geoclients/ogc-client/mock/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { explorerPages, type Page, picture } from './kit.ts'

const kit = explorerPages()
let mock: OgcMock
let ogc: MockServer
/** Whether executions are left without an answer. */
let holds = false
/** Bodies of executions, as they came. */
let sent: { inputs: Record<string, unknown>; outputs?: unknown }[] = []

const bytes = { type: 'string', contentEncoding: 'base64' } as const
const process: MockProcess = {
  description: {
    id: 'everything',
    title: 'Everything',
    version: '1',
    jobControlOptions: ['sync-execute', 'async-execute'],
    outputTransmission: ['value', 'reference'],
    inputs: {
      box: { title: 'Box', minOccurs: 0, schema: { type: 'object', format: 'ogc-bbox' } },
      area: {
        title: 'Area',
        minOccurs: 0,
        schema: {
          type: 'object',
          required: ['type', 'coordinates'],
          properties: { type: { type: 'string', enum: ['Polygon'] }, coordinates: { type: 'array' } }
        }
      },
      line: { title: 'Line', minOccurs: 0, schema: { type: 'object', format: 'geojson-feature' } },
      scene: {
        title: 'Scene',
        minOccurs: 0,
        schema: {
          oneOf: [
            { ...bytes, contentMediaType: 'image/tiff' },
            { ...bytes, contentMediaType: 'image/png' }
          ]
        }
      }
    },
    outputs: {
      table: {
        title: 'Table',
        schema: {
          oneOf: [
            { type: 'array', items: { type: 'object' } },
            { type: 'string', contentMediaType: 'application/json' },
            { type: 'string', contentMediaType: 'text/csv' }
          ]
        }
      },
      count: { title: 'Count', schema: { type: 'integer' } }
    }
  },
  run: () => ({ table: [{ a: 1, b: 2 }], count: 1 })
}

beforeAll(async () => {
  mock = createOgcMock({ processes: [process] })
  // The mock has one format of an output: the other is answered here.
  const handle = async (request: Request): Promise<Response> => {
    if (request.method !== 'POST') return mock.handle(request)
    const body = await request.clone().json()
    sent.push(body)
    if (holds) await new Promise((done) => request.signal.addEventListener('abort', done))
    if (body.outputs?.table?.format?.mediaType !== 'text/csv') return mock.handle(request)
    return new Response('a,b\r\n1,2\r\n3,4\r\n', { headers: { 'Content-Type': 'text/csv' } })
  }
  ogc = await serve({ handle, basePath: mock.basePath })
})
beforeEach(() => {
  sent = []
})
afterAll(() => ogc?.close())

const open = (): Promise<Page> => kit.open(`?ogc=${ogc.url}#/processes/everything`)

/** The frame of an input, with its map at rest. */
async function mapOf(page: Page, title: string) {
  const group = page.getByRole('group', { name: title, exact: true })
  const map = group.getByRole('application')
  await map.scrollIntoViewIfNeeded()
  await group.locator('[data-drawn]').waitFor()
  return { group, map }
}

async function run(page: Page): Promise<Record<string, unknown>> {
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByText('done', { exact: true }).first().waitFor()
  return sent.at(-1)?.inputs ?? {}
}

test('a box is drawn on the map: its corners stand in the numbers, and are sent as a box', async () => {
  const page = await open()
  await page.getByRole('group', { name: 'Box' }).getByRole('button', { name: 'Draw on a map' }).click()
  const { group, map } = await mapOf(page, 'Box')
  await map.click({ position: { x: 120, y: 60 } })
  await map.click({ position: { x: 220, y: 130 } })
  const corner = async (name: string): Promise<number> => Number(await group.getByLabel(name).inputValue())
  await expect.poll(() => group.getByLabel('West').inputValue()).not.toBe('')
  const [west, south, east, north] = await Promise.all(['West', 'South', 'East', 'North'].map(corner))
  expect(west).toBeLessThan(east as number)
  expect(south).toBeLessThan(north as number)
  await picture(page, 'draw-box')
  expect(await run(page)).toMatchObject({ box: { bbox: [west, south, east, north] } })
})

test('an area is drawn corner by corner, and moved; a line becomes a feature', async () => {
  const page = await open()
  const area = await mapOf(page, 'Area')
  for (const [x, y] of [[100, 60], [200, 60], [200, 140]] as const) await area.map.click({ position: { x, y } }) // biome-ignore format: one thing
  await area.map.dblclick({ position: { x: 110, y: 140 } })
  await area.group.getByText('As GeoJSON text').click()
  const text = area.group.getByLabel('GeoJSON', { exact: true })
  await expect.poll(async () => (await text.inputValue()).includes('Polygon')).toBe(true)
  const before = await text.inputValue()
  await area.map.hover({ position: { x: 200, y: 60 } })
  await page.mouse.down()
  await area.map.hover({ position: { x: 230, y: 80 } })
  await page.mouse.up()
  await expect.poll(async () => (await text.inputValue()) === before).toBe(false)
  await picture(page, 'draw-area')
  const line = await mapOf(page, 'Line')
  await line.group.getByRole('button', { name: 'Line', exact: true }).click()
  await line.map.click({ position: { x: 100, y: 60 } })
  await line.map.dblclick({ position: { x: 200, y: 100 } })
  await line.group.getByText('As GeoJSON text').click()
  await expect
    .poll(async () => (await line.group.getByLabel('GeoJSON', { exact: true }).inputValue()).includes('LineString'))
    .toBe(true)
  const inputs = await run(page)
  expect(inputs).toMatchObject({
    area: { type: 'Polygon' },
    line: { type: 'Feature', geometry: { type: 'LineString' } }
  })
  const [ring] = (inputs.area as { coordinates: number[][][] }).coordinates
  expect(ring).toHaveLength(5)
  expect(ring?.[0]).toEqual(ring?.[4])
})

/** Drops a file on an element as a person does with the mouse. */
async function drop(page: Page, group: string, file: { name: string; type: string; text: string }): Promise<void> {
  const data = await page.evaluateHandle(({ name, type, text }) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], name, { type }))
    return transfer
  }, file)
  const target = page.getByRole('group', { name: group, exact: true }).locator('.drop')
  await target.dispatchEvent('dragover', { dataTransfer: data })
  await page.locator('.drop-over').waitFor()
  await target.dispatchEvent('drop', { dataTransfer: data })
}

test('files are dropped: GeoJSON into a geometry, bytes into a file, in the media type that is chosen', async () => {
  const page = await open()
  const ring = [[5, 45], [15, 45], [15, 55], [5, 45]] // biome-ignore format: a ring
  const geometry = { type: 'Polygon', coordinates: [ring] }
  const collection = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] }
  await drop(page, 'Area', { name: 'a.geojson', type: '', text: JSON.stringify(collection) })
  const scene = page.getByRole('group', { name: 'Scene', exact: true })
  await drop(page, 'Scene', { name: 'scene.bin', type: '', text: 'scene' })
  await scene.getByText('scene.bin, 5 bytes').waitFor()
  await scene.getByLabel('Media type').selectOption('image/png')
  await picture(page, 'drop-files')
  expect(await run(page)).toMatchObject({
    area: geometry,
    scene: { value: btoa('scene'), encoding: 'base64', mediaType: 'image/png' }
  })
  // The type that the file itself says goes before the one that was chosen for another.
  await drop(page, 'Scene', { name: 'scene.tif', type: 'image/tiff', text: 'other' })
  await scene.getByText('scene.tif').waitFor()
  expect(await scene.getByLabel('Media type').inputValue()).toBe('image/tiff')
})

test('a large file is read with progress; sending it is told with its size, and can be cancelled', async () => {
  const page = await open()
  const scene = page.getByRole('group', { name: 'Scene', exact: true })
  // Keeps what a bar showed, however short.
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>('progress[aria-label="Reading scene.tif"]')
      if (bar) seen.push(bar.value)
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  await scene
    .locator('input[type=file]')
    .setInputFiles({ name: 'scene.tif', mimeType: 'image/tiff', buffer: Buffer.alloc(9_000_000, 1) })
  await scene.getByText('scene.tif, 9 MB').waitFor()
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen) // which the page was given above
  expect(new Set(seen.filter((part) => part > 0 && part < 1)).size).toBeGreaterThan(2)
  expect(seen.toSorted((one, other) => one - other)).toEqual(seen)
  holds = true
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByText('Sending 12 MB, and waiting for the server…').waitFor()
  await picture(page, 'upload')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Sending 12 MB').waitFor({ state: 'detached' })
  holds = false
  const { scene: value } = await run(page)
  expect((value as { value: string }).value).toHaveLength(12_000_000)
})

test('a link gets the media type that is chosen', async () => {
  const page = await open()
  const scene = page.getByRole('group', { name: 'Scene', exact: true })
  await scene.getByLabel('or a link to it').fill('data:image/png;base64,AAAA')
  await scene.getByLabel('Media type').selectOption('image/png')
  expect(await run(page)).toMatchObject({ scene: { href: 'data:image/png;base64,AAAA', type: 'image/png' } })
})

test('an output is asked for in another media type, others are left out, and the link keeps that', async () => {
  const page = await open()
  await page.getByLabel('Media type of Table').selectOption('text/csv')
  await page.getByRole('checkbox', { name: 'Count' }).uncheck()
  expect(await page.getByRole('checkbox', { name: 'Table' }).isDisabled()).toBe(true)
  await page.getByText('The same from a program').click()
  await page.getByText("outputs: { table: { format: { mediaType: 'text/csv' } } }").waitFor()
  await page.getByRole('link', { name: 'Link to this form' }).click()
  await page.reload()
  await page.getByText('Outputs: 1 of 2, as chosen here').waitFor()
  await picture(page, 'output-choice')
  await run(page)
  expect(sent.at(-1)?.outputs).toEqual({ table: { format: { mediaType: 'text/csv' } } })
  const table = page.getByRole('region', { name: 'Table: Table' })
  await table.getByRole('cell', { name: '4' }).waitFor()
  expect(await table.getByRole('row').count()).toBe(3)
})

test('an output is asked for as a link', async () => {
  const page = await open()
  await page.getByLabel('How Count is sent').selectOption('as a link')
  await run(page)
  expect(sent.at(-1)?.outputs).toEqual({ table: {}, count: { transmissionMode: 'reference' } })
})
