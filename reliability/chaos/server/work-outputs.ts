/** What the outputs of `work` are, so that a caller can tell its own results from those of others. */
export const workOutputs = (key: string, size: number): { key: string; text: string } => ({
  key,
  text: key.padEnd(size, `${key} `)
})
