/** A text without the slashes at its end. A pattern such as `/+$` takes quadratic time where they stand elsewhere. */
export function trimSlashes(text: string): string {
  let end = text.length
  while (text[end - 1] === '/') end -= 1
  return text.slice(0, end)
}
