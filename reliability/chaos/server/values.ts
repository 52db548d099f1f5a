/** The datasets of a world. */
export const datasetIds: readonly string[] = ['first:d1', 'first:d2', 'second:d3', 'second:d4']

/** What a dataset of a world says of a point: another value for each dataset and place. */
export const valueAt = (dataset: string, longitude: number, latitude: number): number =>
  Number(dataset.at(-1)) * 100_000_000 + Math.round(longitude * 1_000) * 100 + Math.round(latitude)
