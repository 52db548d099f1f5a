import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { byDataset, type CasClient, type GeoJsonGeometry, parseGeoJsonLines } from '@geoclients/cas-client'
import { type Area, drawMap } from './draw.ts'

/** A line of countries.geojsonl. */
interface Country {
  readonly type: 'Feature'
  readonly geometry: GeoJsonGeometry
  readonly properties: { readonly name: string }
}

export interface WorldMap {
  readonly svg: string
  readonly areas: number
  /** Countries that failed, with the reason. */
  readonly failed: readonly string[]
}

/** The countries of the world, coloured by the values of a dataset. */
export async function drawWorld(cas: CasClient, datasetId: string, title: string): Promise<WorldMap> {
  const file = new Blob([await readFile(join(import.meta.dirname, 'countries.geojsonl'))])
  const countries = file.stream().pipeThrough(parseGeoJsonLines<Country>())
  const areas: Area[] = []
  const failed: string[] = []
  let units = ''
  for await (const row of cas.enrich(countries, { datasetIds: [datasetId], names: { [datasetId]: 'value' } })) {
    const { name } = row.input.properties
    areas.push({ name, geometry: row.input.geometry, value: row.feature.properties.value })
    if (!row.ok) failed.push(`${name}: ${row.error.message}`)
    else units ||= byDataset(row.response, datasetId)?.units ?? ''
  }
  const shown = units.replace(/^deg(?=[CF]$)/, '°')
  const texts = { title, legend: `${datasetId}${shown && `, ${shown}`}`, source: 'Outlines: Natural Earth' }
  return { svg: drawMap(areas, texts), areas: areas.length, failed }
}
