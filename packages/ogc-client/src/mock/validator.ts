import { missingPackage } from '@geoclients/mock-core'

type Library = typeof import('@cfworker/json-schema')

let library: Library | undefined

// Loading starts immediately, so it is done before the first request of a test with a virtual clock. It is not awaited here,
// because a module with top-level await cannot be loaded with `require`.
const loading = import('@cfworker/json-schema')
  .catch(missingPackage('@cfworker/json-schema', 'The mock of @geoclients/ogc-client'))
  .then((loaded) => {
    library = loaded
  })
loading.catch(() => {}) // reported by `loadValidator`

/** Waits for the validator. `readInputs` needs it. @throws Error if the package cannot be loaded */
export function loadValidator(): Promise<void> {
  return loading
}

/** The loaded validator. */
export function loadedValidator(): Library['Validator'] {
  if (!library) throw new Error('inputs were read before loadValidator had ended')
  return library.Validator
}
