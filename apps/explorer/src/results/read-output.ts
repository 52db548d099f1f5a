import type { JsonValue, Output } from '@geoclients/ogc-client'
import { type Content, contentOfCsv, contentOfValue } from './content.ts'

/** What is larger is shown only if somebody asks for it. */
const largestShown = 5_000_000

interface ReadOptions {
  readonly bytes: number | undefined
  readonly isWanted: boolean
  readonly declared: string | undefined
  readonly signal: AbortSignal
}

/** The size in bytes of what a link leads to, if the server tells it; nothing is fetched but the head. */
export async function sizeOf(output: Output, signal: AbortSignal): Promise<number | undefined> {
  if (output.kind === 'value') return undefined
  const head = await output.fetch({ method: 'HEAD', signal }).catch(() => undefined)
  const length = Number(head?.ok ? (head.headers.get('Content-Length') ?? Number.NaN) : Number.NaN)
  return Number.isSafeInteger(length) ? length : undefined
}

/** Reads an output as what its media type says. */
export async function readOutput(output: Output, { bytes, isWanted, declared, signal }: ReadOptions): Promise<Content> {
  const isText = output.kind === 'value' && typeof output.value === 'string'
  if (isText && (output.mediaType ?? declared)?.startsWith('text/csv'))
    return contentOfCsv(await output.text({ signal }))
  if (output.kind === 'value') return withUnit(contentOfValue(output.value), output.unit)
  const type = (output.mediaType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (isGeoTiff(type, output)) return { kind: 'raster', output, bytes }
  const how = howToShow(type)
  if (!how) return { kind: 'file', canBeShown: false }
  if ((bytes ?? 0) > largestShown && !isWanted) return { kind: 'file', canBeShown: true }
  if (how === 'image') return { kind: 'image', blob: await output.blob({ signal }) }
  if (how === 'json') return contentOfValue(await output.json<JsonValue>({ signal }))
  const text = await output.text({ signal })
  return how === 'csv' ? contentOfCsv(text) : { kind: 'text', text }
}

/** A server that knows no type of a file may still give its link a name that tells it. */
function isGeoTiff(type: string, output: Output): boolean {
  if (/^(image\/(tiff|geotiff|x-geotiff)|application\/(x-)?geotiff)$/.test(type)) return true
  const isUntold = type === '' || type === 'application/octet-stream'
  return isUntold && output.kind === 'reference' && /\.tiff?$/i.test(URL.parse(output.href)?.pathname ?? '')
}

function howToShow(type: string): 'image' | 'json' | 'csv' | 'text' | undefined {
  if (/^image\/(png|jpeg|gif|webp|avif|svg\+xml|bmp)$/.test(type)) return 'image'
  if (/[/+]json$/.test(type)) return 'json'
  if (type === 'text/csv') return 'csv'
  if (type.startsWith('text/') || /^application\/(.*\+)?(xml|yaml)$/.test(type)) return 'text'
  return undefined
}

const withUnit = (content: Content, unit: string | undefined): Content =>
  content.kind === 'scalar' && unit !== undefined ? { ...content, unit } : content
