import { type FeatureLike, type GeometryLike, isCasError } from '@geoclients/cas-client'
import { parseGeoJson } from '@geoclients/cas-client/geojson'
import { UsageError } from '../../program/usage-error.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { byteStream, isPipe } from './byte-stream.ts'
import type { Places } from './places.ts'

/**
 * A FeatureCollection, lines, RFC 8142, one Feature or geometry; packed by gzip or not. A projected `crs` is refused, unless
 * the coordinates are transformed.
 */
export async function openGeoJson(terminal: Terminal, file: string, isTransformed: boolean): Promise<Places> {
  const canBeReadAgain = !(await isPipe(file))
  return {
    canBeReadAgain,
    async *features() {
      const parser = parseGeoJson<GeometryLike>({ crs: isTransformed ? 'ignore' : 'refuse' })
      const bytes = byteStream(terminal, file)
      const writer = parser.writable.getWriter()
      const fed = feed(bytes, writer)
      // The reader is told of it by the stream.
      fed.catch(() => {})
      try {
        for await (const value of parser.readable) yield featureOf(value)
        await fed
      } catch (cause) {
        throw withNextStep(cause, file)
      } finally {
        bytes.destroy()
      }
    }
  }
}

async function feed(
  bytes: AsyncIterable<Uint8Array>,
  writer: WritableStreamDefaultWriter<Uint8Array | string>
): Promise<void> {
  try {
    for await (const chunk of bytes) await writer.write(chunk)
    await writer.close()
  } catch (error) {
    await writer.abort(error)
    throw error
  }
}

function featureOf(value: GeometryLike): FeatureLike {
  return isFeature(value) ? value : { type: 'Feature', properties: {}, geometry: value }
}

function isFeature(value: GeometryLike): value is FeatureLike {
  return String(value.type) === 'Feature'
}

function withNextStep(cause: unknown, file: string): unknown {
  if (!isCasError(cause)) return cause
  const next = /\.crs is /.test(cause.message)
    ? 'Or let the command do it: --from-crs EPSG:CODE, or a proj string'
    : file === '-' && cause.message.includes('not GeoJSON')
      ? 'A table by the pipe needs the names of its columns: --lon COLUMN --lat COLUMN'
      : undefined
  return next === undefined ? cause : new UsageError(cause.message, { cause, next })
}
