/** A number without exponent, because services refuse `1e-7`. `Intl` can do this, but costs 7 MiB at import. */
export function decimal(value: number): string {
  if (Math.abs(value) >= 1e21) return BigInt(value).toString() // `toFixed` writes it with an exponent
  let text = value.toFixed(12)
  while (text.endsWith('0')) text = text.slice(0, -1)
  return text.endsWith('.') ? text.slice(0, -1) : text
}
