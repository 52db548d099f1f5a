/** Removes trailing slashes. A pattern such as `/+$` would take quadratic time for slashes elsewhere. */
export function trimSlashes(text: string): string {
  let end = text.length
  while (text[end - 1] === '/') end -= 1
  return text.slice(0, end)
}
