/** Pieces of the texts that a pattern may be made to work on: what it is made of itself, and what it does not expect. */
function piecesOf(source: string): string[] {
  const literals = source.match(/[\w/<>;="'@.,:-]{2,}/g)?.slice(0, 3) ?? []
  const letters = [...source].filter((char) => !'\\^$()|?+*{}[]-'.includes(char)).slice(0, 5)
  return [...new Set([...literals, ...letters, 'a', 'A', '0', ' '])]
}

/** Texts of length near `size`: a beginning, a piece or two over and over, and an end that lets few matches succeed. */
export function* hostileTexts(source: string, size: number): Generator<string> {
  const pieces = piecesOf(source)
  for (const one of pieces) {
    for (const other of ['', ...pieces]) {
      const pump = one + other
      const middle = pump.repeat(Math.ceil(size / pump.length))
      for (const beginning of ['', pieces[0] ?? '']) {
        for (const end of ['\u0001', '!\n']) yield beginning + middle + end
      }
    }
  }
}
