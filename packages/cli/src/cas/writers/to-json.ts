/** JSON with bigints as numbers. */
export function toJson(value: unknown): string {
  const numbers: string[] = []
  const text = JSON.stringify(value, (_, member) => {
    if (typeof member !== 'bigint') return member
    numbers.push(String(member))
    return `\u0000${numbers.length - 1}`
  })
  return numbers.length === 0
    ? text
    : text.replace(/"\\u0000(\d+)"/g, (_, index: string) => numbers[Number(index)] ?? '')
}
