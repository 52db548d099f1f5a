import { defaults as defaultControls, ScaleLine } from 'ol/control.js'
import { type Extent, getIntersection, isEmpty } from 'ol/extent.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js'
import TileLayer from 'ol/layer/Tile.js'
import VectorLayer from 'ol/layer/Vector.js'
import OlMap from 'ol/Map.js'
import OSM from 'ol/source/OSM.js'
import VectorSource from 'ol/source/Vector.js'
import { Fill, Stroke, Style } from 'ol/style.js'
import View from 'ol/View.js'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import countries from 'world-atlas/countries-110m.json?url'
import { color } from './colors.ts'
import { unwrapped } from './unwrap.ts'

export const mapProjection = 'EPSG:3857'

/** Reads and writes GeoJSON in degrees for a map in the projection of the web. */
export const geoJson: GeoJSON = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: mapProjection })

let outlines: Promise<object> | undefined

/** The countries of Natural Earth, which come with this page; fetched once, by the first map. */
export function readOutlines(): Promise<object> {
  outlines ??= fetch(countries)
    .then((response) => response.json())
    .then((topology: Topology<{ countries: GeometryCollection }>) =>
      unwrapped(feature(topology, topology.objects.countries))
    )
  return outlines
}

export interface BaseMap {
  readonly map: OlMap
  readonly tiles: TileLayer
  /** The outlines of the countries. */
  readonly land: VectorSource
}

/** A map of the world that needs no network, with optional tiles of OpenStreetMap. */
export function createBaseMap(target: HTMLElement): BaseMap {
  const land = new VectorSource()
  readOutlines().then(
    (collection) => land.addFeatures(geoJson.readFeatures(collection)),
    () => undefined // a map without outlines is still a map
  )
  const tiles = new TileLayer({ visible: false })
  const style = new Style({
    fill: new Fill({ color: color('--map-land') }),
    stroke: new Stroke({ color: color('--map-border'), width: 0.75 })
  })
  const map = new OlMap({
    target,
    layers: [new VectorLayer({ source: land, style }), tiles],
    view: new View({ center: [0, 2_500_000], zoom: 1, minZoom: 0, maxZoom: 19, projection: mapProjection }),
    controls: defaultControls({ rotate: false, attributionOptions: { collapsible: false } }).extend([new ScaleLine()]),
    // Scrolling the page must not zoom a map, so the wheel works only if the map has the focus.
    interactions: defaultInteractions({ onFocusOnly: true, altShiftDragRotate: false, pinchRotate: false })
  })
  return { map, tiles, land }
}

/** Shows an extent with some margin, limited to the edges of the map, above its scale, and not nearer than `maxZoom`. */
export function showExtent({ map }: BaseMap, extent: Extent, maxZoom = 7): void {
  const world = 20_037_508
  const fitted = getIntersection(extent, [-2 * world, -world, 2 * world, world])
  if (!isEmpty(fitted)) map.getView().fit(fitted, { padding: [32, 32, 48, 32], maxZoom })
}

/** Shows the tiles. No tile is requested before. */
export function showTiles({ tiles }: BaseMap, isShown: boolean): void {
  if (isShown && !tiles.getSource()) tiles.setSource(new OSM())
  tiles.setVisible(isShown)
}
