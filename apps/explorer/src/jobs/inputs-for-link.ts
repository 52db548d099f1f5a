/** Maximum length, because browsers cut longer URLs and web servers refuse them. */
const longest = 30_000

/** Inputs as text for a link; undefined if there are none or they are too long. */
export function inputsForLink(inputs: unknown): string | undefined {
  const text = inputs === undefined ? '' : JSON.stringify(inputs)
  return text === '' || text === '{}' || text.length > longest ? undefined : text
}
