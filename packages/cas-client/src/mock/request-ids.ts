/** Names for requests, counted up: twelve hexadecimal digits like the service's own. */
export interface RequestIds {
  next(): string
  clear(): void
}

export function createRequestIds(): RequestIds {
  let count = 0
  return {
    next() {
      count += 1
      return count.toString(16).padStart(12, '0')
    },
    clear() {
      count = 0
    }
  }
}
