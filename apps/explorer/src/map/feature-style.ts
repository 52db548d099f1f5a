import type { FeatureLike } from 'ol/Feature.js'
import { Circle, Fill, Stroke, Style } from 'ol/style.js'
import { color } from './colors.ts'

export type Colors = (index: number) => string | undefined

/** Areas that are smaller than this many pixels have a thin line, which would hide their fill otherwise. */
const small = 16

/** The style of features by index. The selected one is highlighted and on top. */
export function featureStyle(
  chosen: number | undefined,
  colors: Colors | undefined
): (feature: FeatureLike, resolution: number) => Style {
  const line = color('--map-line')
  const made = new Map<string, Style>()
  const style = (fill: string, isChosen: boolean, isSmall: boolean): Style => {
    const key = `${fill} ${isChosen} ${isSmall}`
    const known = made.get(key)
    if (known) return known
    const width = isSmall ? 0.35 : 1.25
    const stroke = new Stroke(isChosen ? { color: color('--map-chosen'), width: 3.5 } : { color: line, width })
    const area = new Fill({ color: fill })
    const point = new Circle({ radius: isChosen ? 8 : 5.5, fill: area, stroke })
    const fresh = new Style({ stroke, fill: area, image: point, zIndex: isChosen ? 1 : 0 })
    made.set(key, fresh)
    return fresh
  }
  const plain = color('--map-fill')
  return (feature, resolution) => {
    const index = Number(feature.getId())
    return style(colors?.(index) ?? plain, index === chosen, isSmallArea(feature, resolution))
  }
}

function isSmallArea(feature: FeatureLike, resolution: number): boolean {
  const geometry = feature.getGeometry()
  if (!geometry?.getType().endsWith('Polygon')) return false
  const [west = 0, south = 0, east = 0, north = 0] = geometry.getExtent()
  return Math.max(east - west, north - south) < small * resolution
}
