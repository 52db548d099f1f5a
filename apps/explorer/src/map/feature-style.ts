import type { FeatureLike } from 'ol/Feature.js'
import { Circle, Fill, Stroke, Style } from 'ol/style.js'
import { color } from './colors.ts'

export type Colors = (index: number) => string | undefined

/** The style of features by index. The selected one is highlighted and on top. */
export function featureStyle(chosen: number | undefined, colors: Colors | undefined): (feature: FeatureLike) => Style {
  const line = color('--map-line')
  const made = new Map<string, Style>()
  const style = (fill: string, isChosen: boolean): Style => {
    const key = `${fill} ${isChosen}`
    const known = made.get(key)
    if (known) return known
    const stroke = new Stroke({ color: isChosen ? color('--map-chosen') : line, width: isChosen ? 3.5 : 1.25 })
    const area = new Fill({ color: fill })
    const point = new Circle({ radius: isChosen ? 8 : 5.5, fill: area, stroke })
    const fresh = new Style({ stroke, fill: area, image: point, zIndex: isChosen ? 1 : 0 })
    made.set(key, fresh)
    return fresh
  }
  const plain = color('--map-fill')
  return (feature) => {
    const index = Number(feature.getId())
    return style(colors?.(index) ?? plain, index === chosen)
  }
}
