import { type MockInputs, ProcessFailure } from '@geoclients/ogc-client/mock'

export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The sides of a box input. */
export function boxOfInput(bbox: MockInputs[string]): Box {
  const corners = bbox && typeof bbox === 'object' && 'bbox' in bbox ? (bbox.bbox as number[]) : []
  const [west = 0, south = 0] = corners
  const [east = 0, north = 0] = corners.length === 6 ? corners.slice(3) : corners.slice(2)
  if (south >= north || west >= east)
    throw new ProcessFailure('The box must reach from west to east and from south to north.', { status: 400 })
  return { west, south, east, north }
}
