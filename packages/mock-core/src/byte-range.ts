/** Bytes of an own buffer, as answers take them. */
export type Bytes = Uint8Array<ArrayBuffer>

/** What a `Range` header means for so many bytes: `end` is inclusive. */
export type RangeReading = { readonly start: number; readonly end: number } | 'whole' | 'unsatisfiable'

/** Reads a `Range` header (RFC 9110, 14.2). Several ranges, other units and wrong syntax are ignored, as they may be. */
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

/** Answers GET with bytes, or with the part that `Range` asks for: 200, 206, or 416 worded by `unsatisfiable`. */
export function sendBytes(request: Request, bytes: Bytes, mediaType: string, unsatisfiable: () => Response): Response {
  // Without validators nothing can satisfy If-Range, so the whole is right then.
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
