import type { Feature } from '@geoclients/cas-client'
import { parseGeoJson } from '@geoclients/cas-client/geojson'
import type { Terminal } from '../../terminal/terminal.ts'
import { byteStream, isPipe } from './byte-stream.ts'
import type { Places } from './places.ts'

/** A FeatureCollection, lines, RFC 8142 or one Feature; packed by gzip or not. The client refuses a projected `crs`. */
export async function openGeoJson(terminal: Terminal, file: string): Promise<Places> {
  const canBeReadAgain = !(await isPipe(file))
  return {
    canBeReadAgain,
    async *features() {
      const parser = parseGeoJson<Feature>()
      const bytes = byteStream(terminal, file)
      const writer = parser.writable.getWriter()
      const fed = feed(bytes, writer)
      // The reader is told of it by the stream.
      fed.catch(() => {})
      try {
        yield* parser.readable
        await fed
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
