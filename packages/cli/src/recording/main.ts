import { writeFile } from 'node:fs/promises'
import { drawRecording } from './draw.ts'
import { framesOf } from './frames.ts'
import { record } from './record.ts'

/** `npm run docs:recording`: records a session in a pseudo-terminal into docs/pictures/cli.svg. */
const size = { columns: 96, rows: 17 }
const commands = [
  'geoclients ogc processes',
  'geoclients ogc run sleep_a_while -i duration=3',
  'clear',
  'head -3 sites.csv',
  'geoclients cas extract sites.csv -d demo_terrain:elevation -d demo_land:land_cover -o table.csv',
  'head -3 table.csv'
]
const sites = Array.from({ length: 12_000 }, (_, site) => `${site},${6 + (site % 80) / 20},${46 + (site % 97) / 50}\n`)
const files = { 'sites.csv': `site,lon,lat\n${sites.join('')}` }

const frames = await framesOf(await record(commands, size, files), size)
const title = 'A session of geoclients: a list of processes, a run with its progress, a table of attributes'
await writeFile(new URL('../../../../docs/pictures/cli.svg', import.meta.url), drawRecording(frames, size, title))
