/** The decoded parameters of a path that matches `template` (such as `/jobs/{jobID}`), otherwise undefined. */
export function matchPath(template: string, path: string): Record<string, string> | undefined {
  const wanted = segments(template)
  const given = segments(path)
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const value = decode(given[index] ?? '')
    if (value === undefined) return undefined
    const name = /^\{(.+)\}$/.exec(segment)?.[1]
    if (name === undefined) {
      if (value !== segment) return undefined
    } else {
      if (value === '') return undefined
      params[name] = value
    }
  }
  return params
}

function segments(path: string): string[] {
  return path.split('/').slice(1)
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
