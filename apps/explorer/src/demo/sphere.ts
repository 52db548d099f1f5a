export type Lonlat = readonly [longitude: number, latitude: number]

/** Mean radius of the earth in km (IUGG). */
const radius = 6371.0088
const toRadians = Math.PI / 180

/** The ring of points that are `distance` km away, counterclockwise, closed. Longitudes may exceed 180 degrees. */
export function circle([longitude, latitude]: Lonlat, distance: number, corners = 64): number[][] {
  const angle = distance / radius
  const sinLatitude = Math.sin(latitude * toRadians)
  const cosLatitude = Math.cos(latitude * toRadians)
  const ring = Array.from({ length: corners }, (_, corner) => {
    const bearing = (-2 * Math.PI * corner) / corners
    const sin = sinLatitude * Math.cos(angle) + cosLatitude * Math.sin(angle) * Math.cos(bearing)
    const east = Math.sin(bearing) * Math.sin(angle) * cosLatitude
    const turned = Math.atan2(east, Math.cos(angle) - sinLatitude * sin)
    return [rounded(longitude + turned / toRadians), rounded(Math.asin(sin) / toRadians)]
  })
  return [...ring, ring[0] ?? []]
}

/** The area of a cap of the sphere with that radius, in km². */
export const capArea = (distance: number): number => 2 * Math.PI * radius ** 2 * (1 - Math.cos(distance / radius))

/** The area between two meridians and two parallels, in km². */
export const boxArea = (width: number, south: number, north: number): number =>
  radius ** 2 * width * toRadians * (Math.sin(north * toRadians) - Math.sin(south * toRadians))

/** The hours between sunrise and sunset on a day of the year, from the declination of the sun. Refraction is ignored. */
export function hoursOfDaylight(latitude: number, day: number): number {
  const declination = -23.44 * toRadians * Math.cos(((2 * Math.PI) / 365) * (day + 10))
  const hourAngle = -Math.tan(latitude * toRadians) * Math.tan(declination)
  return (24 / Math.PI) * Math.acos(Math.max(-1, Math.min(1, hourAngle)))
}

/** The day of the year (UTC) of a time in ms, from 1. */
export const dayOfYear = (time: number): number =>
  (time - Date.UTC(new Date(time).getUTCFullYear(), 0, 1)) / 86_400_000 + 1

export const rounded = (value: number, digits = 6): number => Number(value.toFixed(digits))
