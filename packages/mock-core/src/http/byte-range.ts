/** Bytes with their own buffer, as a Response needs them. */
export type Bytes = Uint8Array<ArrayBuffer>

/** The range of a `Range` header; `end` is inclusive. */
export type RangeReading = { readonly start: number; readonly end: number } | 'whole' | 'unsatisfiable'

/** Reads a `Range` header (RFC 9110, 14.2). Several ranges, other units and wrong syntax are ignored, which is allowed. */
export function readRange(header: string | null, size: number): RangeReading {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (match === null) return 'whole'
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return 'whole'
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return 'whole'
  return start >= size ? 'unsatisfiable' : { start, end }
}

/** Answers GET with all bytes (200), the requested range (206), or the response of `unsatisfiable` (416). */
export function sendBytes(request: Request, bytes: Bytes, mediaType: string, unsatisfiable: () => Response): Response {
  // The mock has no validators, so If-Range never matches, and the whole content is correct.
  const range = request.headers.has('If-Range') ? 'whole' : readRange(request.headers.get('Range'), bytes.length)
  const headers = { 'Content-Type': mediaType, 'Accept-Ranges': 'bytes' }
  if (range === 'whole')
    return new Response(bytes, {
      headers: { ...headers, 'Content-Length': String(bytes.length) }
    })
  if (range === 'unsatisfiable') {
    const response = unsatisfiable()
    response.headers.set('Content-Range', `bytes */${bytes.length}`)
    return response
  }
  const part = bytes.slice(range.start, range.end + 1)
  return new Response(part, {
    status: 206,
    headers: {
      ...headers,
      'Content-Length': String(part.length),
      'Content-Range': `bytes ${range.start}-${range.end}/${bytes.length}`
    }
  })
}
