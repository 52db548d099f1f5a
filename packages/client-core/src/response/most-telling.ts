const generic =
  /^(?:(?:the|an?|internal|unknown) )*(?:job|process|execution|run|server|service|results?)? ?(?:results )?(?:has |execution |is )?(?:failed|failure|unsuccessful|error(?: occurred)?)(?:[.!]|\. call logs route for details)*$/i

/** The first reason that says more than that something failed, or else the first one. */
export function mostTelling(...reasons: readonly (string | undefined)[]): string | undefined {
  const given = reasons.filter((reason) => reason !== undefined && reason.trim() !== '')
  return given.find((reason) => !generic.test(reason?.trim() ?? '')) ?? given[0]
}

/** The last non-empty line of a traceback. In Python this is the exception with its message. */
export function lastLine(traceback: unknown): string | undefined {
  const lines = [traceback].flat().flatMap((part) => (typeof part === 'string' ? part.split('\n') : []))
  return lines.findLast((line) => line.trim() !== '')?.trim()
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Decodes HTML entities, which some servers leave in their messages. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|lt|gt|quot|apos|nbsp));/gi, (all, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? all
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 31 && code < 0x11_0000 ? String.fromCodePoint(code) : all
  })
}
