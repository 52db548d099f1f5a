/**
 * Start and end (exclusive) of a `Range` header (RFC 9110, 14.1.2). Undefined for several ranges or another unit, because such
 * a header may be ignored.
 */
export function rangeOf(
  header: string | null,
  length: number
): [start: number, end: number] | 'unsatisfiable' | undefined {
  const [, first = '', last] = /^bytes\s*=\s*(?:(\d+)\s*)?-\s*(\d*)$/i.exec(header?.trim() ?? '') ?? []
  if (last === undefined || (first === '' && last === '')) return undefined
  if (first === '') {
    // `Content-Range` cannot describe an empty range.
    return Number(last) === 0 || length === 0 ? 'unsatisfiable' : [Math.max(0, length - Number(last)), length]
  }
  if (last !== '' && Number(last) < Number(first)) return undefined
  if (Number(first) >= length) return 'unsatisfiable'
  return [Number(first), last === '' ? length : Math.min(Number(last) + 1, length)]
}
