/** The datasets of a world. */
export const datasetIds: readonly string[] = ['first:d1', 'first:d2', 'second:d3', 'second:d4']

/** The value of a dataset at a point, different for each dataset and point. */
export const valueAt = (dataset: string, longitude: number, latitude: number): number =>
  Number(dataset.at(-1)) * 100_000_000 + Math.round(longitude * 1_000) * 100 + Math.round(latitude)
