/** The outputs of `work`, by which a caller recognises its own results. */
export const workOutputs = (key: string, size: number): { key: string; text: string } => ({
  key,
  text: key.padEnd(size, `${key} `)
})
