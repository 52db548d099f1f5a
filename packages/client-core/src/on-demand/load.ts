import type { ErrorFactory } from '../errors/client-error.ts'

/** Loads a part of a package. Rejects with `not-loaded` if its file does not come, and tries again when asked again. */
export type PartLoader<T> = (make: ErrorFactory) => Promise<T>

/**
 * Loads a part of a package when it is first asked for, with the part of this package, which it often needs: they come at
 * once. `load` is an `import()`, so that bundlers give it a file of its own.
 */
export function partLoader<T>(load: () => Promise<T>): PartLoader<T> {
  let part: Promise<T> | undefined
  return async (make) => {
    part ??= Promise.all([load(), import('../on-demand.ts')]).then(([own]) => own)
    try {
      return await part
    } catch (cause) {
      part = undefined
      const message = 'a part of the client that this call needs could not be loaded; if this is a page, reload it'
      throw make({ code: 'not-loaded', message, cause })
    }
  }
}

/** Loads the part of this package that only some calls need. */
export const onDemand: PartLoader<typeof import('../on-demand.ts')> = /* @__PURE__ */ partLoader(
  () => import('../on-demand.ts')
)
