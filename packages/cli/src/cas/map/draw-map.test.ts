import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cli } from '../../testing/cli.ts'
import { casServer } from '../../testing/servers.ts'

async function drawn(dataset: string, coordinates: readonly (readonly [number, number])[]) {
  const folder = await mkdtemp(join(tmpdir(), 'map-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { url } = await casServer()
  const features = coordinates.map(([x, y]) => ({
    type: 'Feature',
    properties: {},
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + 1, y],
          [x + 1, y + 1],
          [x, y + 1],
          [x, y]
        ]
      ]
    }
  }))
  await writeFile(join(folder, 'in.geojsonl'), features.map((feature) => JSON.stringify(feature)).join('\n'))
  const map = join(folder, 'map.svg')
  const args = [
    'cas',
    'extract',
    join(folder, 'in.geojsonl'),
    '-d',
    dataset,
    '--map',
    map,
    '--quiet',
    '--base-url',
    url
  ]
  const { code, stderr } = await cli(args)
  return { code, stderr, svg: await readFile(map, 'utf8').catch(() => '') }
}

test('each place is drawn in its place, in the colour of its class, with a legend', async () => {
  const { code, svg } = await drawn('demo_terrain:elevation', [
    [7, 46],
    [8, 46],
    [7, 47]
  ])
  expect(code).toBe(0)
  expect(svg.match(/<path /g)).toHaveLength(3)
  expect(svg).toContain('>Demo terrain: elevation (m)</text>')
  expect(svg).toContain('no value')
  const starts = [...svg.matchAll(/<path d="M([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
  // The second is east of the first, the third north of it: further to the right, and further up.
  expect(starts[1]?.[0]).toBeGreaterThan(starts[0]?.[0] ?? 0)
  expect(starts[2]?.[1]).toBeLessThan(starts[0]?.[1] ?? 0)
})

test('where there is nothing to draw, it is said', async () => {
  expect(await drawn('demo_soil:peat_depth', [[-170, -80]])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('peat_depth has no numbers to draw'),
    svg: ''
  })
})
