/*
 * JSON pointers (RFC 6901) for issues, keywords and `$ref`.
 */

export function escapeToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

export function unescapeToken(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** The decoded tokens of a pointer. */
export function tokensOf(pointer: string): string[] {
  return pointer.split('/').slice(1).map(unescapeToken)
}

const definitions = '#/$defs/'

/** The `$ref` to a definition of that name. */
export function refTo(name: string): string {
  return `${definitions}${name}`
}

/** The name of the definition that a converted schema refers to. */
export function definitionName(ref: string): string {
  return ref.slice(definitions.length)
}
