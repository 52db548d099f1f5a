/** A number without exponent, because services refuse `1e-7`. `Intl` can do this, but costs 7 MiB at import. */
export function decimal(value: number): string {
  let text = value.toFixed(12)
  while (text.endsWith('0')) text = text.slice(0, -1)
  return text.endsWith('.') ? text.slice(0, -1) : text
}
