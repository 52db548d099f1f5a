interface MediaRange {
  readonly type: string
  readonly quality: number
}

/** Whether an `Accept` header allows a media type (RFC 9110, 12.5.1). A missing header allows all. Only the parameter `q` is used. */
export function accepts(accept: string | null, mediaType: string): boolean {
  if (accept === null || accept.trim() === '') return true
  const type = essence(mediaType)
  const candidates = [type, `${type.split('/')[0]}/*`, '*/*']
  const ranges = accept.split(',').map(parseRange)
  for (const candidate of candidates) {
    const found = ranges.filter((range) => range.type === candidate)
    if (found.length > 0) return found.some((range) => range.quality > 0)
  }
  return false
}

/** A media type without its parameters, in lower case. */
export function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase()
}

function parseRange(text: string): MediaRange {
  const quality = /;\s*q\s*=\s*([\d.]+)/i.exec(text)?.[1]
  return {
    type: essence(text),
    quality: quality === undefined ? 1 : Number(quality)
  }
}
