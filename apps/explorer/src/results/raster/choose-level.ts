export interface Level {
  readonly index: number
  readonly width: number
  readonly height: number
}

/** A picture on a page shows no more pixels than this on its longer side. */
export const longestSide = 1024

/** Without a smaller level, at most so many pixels are decoded. */
const mostDecoded = 25_000_000

/**
 * The level of a pyramid to read: the smallest one that still fills the picture, else the largest. Undefined if even the
 * best one has more pixels than a page should decode.
 */
export function chooseLevel(levels: readonly Level[]): Level | undefined {
  const bySize = levels.toSorted((one, other) => one.width - other.width)
  const chosen = bySize.find(({ width, height }) => Math.max(width, height) >= longestSide) ?? bySize.at(-1)
  if (!chosen || chosen.width * chosen.height <= mostDecoded) return chosen
  // A coarser picture is better than none.
  return bySize.findLast(({ width, height }) => width * height <= mostDecoded)
}

/** The size of the picture of a level, with its shape. */
export function pictureSize({ width, height }: Level): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
