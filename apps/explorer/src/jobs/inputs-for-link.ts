/** Browsers cut longer addresses, or servers of the page refuse them. */
const longest = 30_000

/** Inputs as the text of a link; undefined where there are none, or too many. */
export function inputsForLink(inputs: unknown): string | undefined {
  const text = inputs === undefined ? '' : JSON.stringify(inputs)
  return text === '' || text === '{}' || text.length > longest ? undefined : text
}
