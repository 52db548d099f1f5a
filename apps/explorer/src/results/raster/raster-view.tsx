import type { Output } from '@geoclients/ogc-client'
import { type ReactElement, useState } from 'react'
import { Problem } from '../../app/problem.tsx'
import { useLoad } from '../../app/use-load.ts'
import { Waiting } from '../../app/waiting.tsx'
import { texts } from '../../texts/en.ts'
import { RasterPicture } from './raster-picture.tsx'
import { type Refusal, readRaster } from './read-raster.ts'

interface RasterViewProps {
  readonly output: Output
  readonly title: string
  readonly bytes: number | undefined
}

/** What nobody should wait for without being asked. */
const largestWhole = 60_000_000

/** A GeoTIFF on the map, one of its bands at a time. */
export default function RasterView({ output, title, bytes }: RasterViewProps): ReactElement {
  const [band, setBand] = useState(0)
  const [isWanted, setIsWanted] = useState(false)
  const loaded = useLoad(
    (signal) => readRaster(output, { bytes, band, isWanted, signal }),
    [output, bytes, band, isWanted]
  )
  if (loaded.state === 'loading') return <Waiting what={texts.raster.loading} />
  if (loaded.state === 'failed') return <Problem error={loaded.error} onAgain={loaded.again} />
  const raster = loaded.value
  if (!('refused' in raster)) return <RasterPicture {...{ raster, title, bytes, band }} onBand={setBand} />
  return (
    <>
      <p className="note">{refusalText(raster, bytes)}</p>
      {raster.refused === 'whole-file-only' && (bytes ?? 0) <= largestWhole && (
        <button type="button" onClick={() => setIsWanted(true)}>
          {texts.results.showAnyway}
        </button>
      )}
    </>
  )
}

function refusalText(refusal: Refusal, bytes: number | undefined): string {
  const { refusals } = texts.raster
  switch (refusal.refused) {
    case 'too-large':
      return refusals['too-large'](refusal)
    case 'compression':
      return refusals.compression(refusal.number)
    case 'whole-file-only':
      return refusals['whole-file-only'](bytes)
    default:
      return refusals['no-tiff']
  }
}
