import type { Dataset } from '@geoclients/cas-client'

/** The datasets that contain all words. */
export function searchDatasets(datasets: readonly Dataset[], text: string): readonly Dataset[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return datasets.filter(({ id, name, description, provider, license, variables }) => {
    const ofVariables = variables.flatMap((variable) => [variable.name, variable.units, variable.description])
    const all = [id, name, description, provider, license, ...ofVariables].join(' ').toLocaleLowerCase()
    return words.every((word) => all.includes(word))
  })
}

/** The unit of a dataset, if all its variables have the same. */
export function unitsOf({ variables }: Dataset): string {
  const units = [...new Set(variables.map(({ units: one }) => one))]
  return units.length === 1 && units[0] !== '1' ? (units[0] ?? '') : ''
}
