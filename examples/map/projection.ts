/** A place on the drawing. */
export type Place = readonly [x: number, y: number]

/** Places of the drawing for longitude and latitude in degrees. */
export type Projection = (longitude: number, latitude: number) => Place

/** Half the width of the projected world; its half height is about 1.42. */
const halfWidth = 0.8707 * Math.PI

/**
 * The Natural Earth projection of Tom Patterson, with the polynomials of Šavrič et al. (2011). `width` is the width of the
 * result.
 */
export function naturalEarth(width: number): Projection {
  const scale = width / (2 * halfWidth)
  const top = project(0, 90)[1]
  return (longitude, latitude) => {
    const [x, y] = project(longitude, latitude)
    return [(x + halfWidth) * scale, (top - y) * scale]
  }
}

function project(longitude: number, latitude: number): Place {
  const lambda = (longitude * Math.PI) / 180
  const phi = (latitude * Math.PI) / 180
  const p2 = phi ** 2
  const p4 = p2 ** 2
  const length = 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))
  const distance = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
  return [lambda * length, distance]
}
