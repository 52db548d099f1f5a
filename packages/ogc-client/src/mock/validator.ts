import { optionalPackage } from '@geoclients/mock-core'

type Library = typeof import('@cfworker/json-schema')

let library: Library | undefined

// Begun at once, so that it is there before the first request: the time that it takes would pass between the ticks of a
// test's clock. Not awaited here: a module that awaits at its top level cannot be required.
const loading = optionalPackage(
  '@cfworker/json-schema',
  'The mock of @geoclients/ogc-client',
  () => import('@cfworker/json-schema')
).then((loaded) => {
  library = loaded
})
loading.catch(() => {}) // told by whoever needs it

/** Waits for what checks inputs; `readInputs` works from then on. @throws Error if the package cannot be loaded */
export function loadValidator(): Promise<void> {
  return loading
}

/** What checks inputs, once it was loaded. */
export function loadedValidator(): Library['Validator'] {
  if (!library) throw new Error('inputs were read before loadValidator had ended')
  return library.Validator
}
