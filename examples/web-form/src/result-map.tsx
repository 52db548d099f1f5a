import type { Results } from '@geoclients/ogc-client'
import { type ReactElement, useEffect, useState } from 'react'

/** Shows a picture at its place on the map of the world; north is up. */
export function ResultMap({ results }: { readonly results: Results }): ReactElement {
  const [picture, setPicture] = useState<Awaited<ReturnType<typeof read>>>()
  useEffect(() => {
    let href = ''
    void read(results).then((found) => {
      href = found.href
      setPicture(found)
    })
    return () => URL.revokeObjectURL(href)
  }, [results])
  const [west = 0, south = 0, east = 0, north = 0] = picture?.bbox ?? []
  const place = { x: west, y: -north, width: east - west, height: north - south }
  return (
    <figure>
      <svg viewBox="-180 -90 360 180" role="img" aria-label="Map of the result">
        {picture && <image href={picture.href} {...place} preserveAspectRatio="none" />}
        {picture && <rect {...place} fill="none" stroke="#a3201b" />}
      </svg>
      <figcaption>{picture?.bbox.map((degrees) => degrees.toFixed(1)).join(', ')}</figcaption>
    </figure>
  )
}

async function read(results: Results): Promise<{ href: string; bbox: readonly number[] }> {
  const { bbox } = await results.get('extent').json<{ bbox: number[] }>()
  return { bbox, href: URL.createObjectURL(await results.get('thumbnail').blob()) }
}
