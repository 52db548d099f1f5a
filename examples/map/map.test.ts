import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CasClient } from '@geoclients/cas-client'
import { createCasMock } from '@geoclients/cas-client/mock'
import { expect, test } from 'vitest'
import { classify, noValue } from './classes.ts'
import { naturalEarth } from './projection.ts'
import { drawWorld } from './world-map.ts'

const title = 'Mean temperature of countries, as the mock makes it up'

function world(options: Parameters<typeof createCasMock>[0] = {}) {
  const mock = createCasMock(options)
  return { mock, cas: new CasClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, retry: false }) }
}

test('the map in the repository is what the example draws', async () => {
  const { svg } = await drawWorld(world().cas, 'demo_climate:temperature', title)
  expect(await readFile(join(import.meta.dirname, 'map.svg'), 'utf8')).toBe(svg)
})

test('every country has an outline, a colour of the legend and its value', async () => {
  const { svg, areas, failed } = await drawWorld(world().cas, 'demo_climate:temperature', title)
  expect([areas, failed]).toEqual([176, []])
  const countries = [...svg.matchAll(/<path fill="(#\w{6})" d="(M[-\dML .Z]+Z)"><title>(.+?): (-?[\d.]+)<\/title>/g)]
  expect(countries).toHaveLength(areas)
  const swatches = [
    ...svg.matchAll(/<rect x="\d+" width="\d+" height="12" fill="(#\w{6})"\/><text[^>]*>(.+?) to (.+?)</g)
  ]
  const classes = swatches.map(([, colour, from = '', to = '']) => [colour, numberOf(from), numberOf(to)] as const)
  for (const [, fill, , name, value] of countries) {
    const [, from = Number.NaN, to = Number.NaN] = classes.find(([colour]) => colour === fill) ?? []
    expect([name, Number(value) >= from, Number(value) <= to]).toEqual([name, true, true])
  }
  expect(new Set(countries.map(([, fill]) => fill)).size).toBeGreaterThan(4)
  // The mock's temperature follows from the middle of the bounding box.
  expect(svg).toContain('<title>Switzerland: 6.6')
  expect(svg).toContain('>demo_climate:temperature, °C<')
})

test('no outline crosses the picture from one edge to the other', async () => {
  const { svg } = await drawWorld(world().cas, 'demo_climate:temperature', title)
  const steps = [...svg.matchAll(/ d="([^"]+)"><title>/g)].flatMap(([, d = '']) =>
    d.split('M').flatMap((ring) => {
      const xs = ring.replace('Z', '').split('L').map(Number.parseFloat)
      return xs.slice(1).map((x, i) => Math.abs(x - (xs[i] ?? x)))
    })
  )
  expect(Math.max(...steps)).toBeLessThan(120)
})

test('what failed is drawn without a value, and named', async () => {
  const { cas } = world({ maxVertices: 3 })
  const { svg, failed } = await drawWorld(cas, 'demo_climate:temperature', title)
  expect(failed).toHaveLength(176)
  expect(svg.match(new RegExp(`<path fill="${noValue.colour}"`, 'g'))).toHaveLength(176)
  expect(svg).toContain('>no value<')
})

test('classes stand on round numbers and hold all values', () => {
  const { classes, classOf } = classify([-8, 0, 29.9, 30])
  expect(classes.map(({ label }) => label)).toEqual([
    ...['−10 to −5', '−5 to 0', '0 to 5', '5 to 10', '10 to 15', '15 to 20', '20 to 25', '25 to 30']
  ])
  expect([-8, 0, 30, null].map((value) => classOf(value).label)).toEqual([
    '−10 to −5',
    '0 to 5',
    '25 to 30',
    'no value'
  ])
  expect(classify([]).classes).toHaveLength(1)
  expect(classify([0.12, 0.18]).classes[0]?.label).toBe('0.12 to 0.13')
})

test('the projection keeps the middle and the edges', () => {
  const project = naturalEarth(900)
  expect(project(0, 90)[1]).toBe(0)
  expect(project(-180, 0)[0]).toBeCloseTo(0)
  expect(project(180, 0)[0]).toBeCloseTo(900)
  const [x, y] = project(0, 0)
  expect([x, y]).toEqual([450, expect.closeTo(project(0, -90)[1] / 2)])
})

function numberOf(text: string): number {
  return Number(text.replace('−', '-'))
}
