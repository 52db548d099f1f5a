/**
 * The differences between two JSON documents, one line for each place, such as `paths./health.get: is gone`. Empty if they are
 * equal.
 */
export function differences(kept: unknown, live: unknown, path: readonly string[] = []): string[] {
  const here = path.join('.') || 'the document'
  if (isObject(kept) && isObject(live)) {
    const keys = [...new Set([...Object.keys(kept), ...Object.keys(live)])].sort()
    return keys.flatMap((key) => {
      const place = [...path, key]
      if (!Object.hasOwn(live, key)) return `${place.join('.')}: is gone`
      if (!Object.hasOwn(kept, key)) return `${place.join('.')}: is new`
      return differences(kept[key], live[key], place)
    })
  }
  if (Array.isArray(kept) && Array.isArray(live) && kept.length === live.length) {
    return kept.flatMap((item, index) => differences(item, live[index], [...path, String(index)]))
  }
  const [was, is] = [JSON.stringify(kept), JSON.stringify(live)]
  return was === is ? [] : [`${here}: is ${is}, was ${was}`]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
