import { hidden } from '@geoclients/client-core'

type Inspect = (value: unknown, options: object) => string

/**
 * How Node's `console.log` shows an object: `show` picks what may be seen, and how deep is Node's own. Called by a
 * constructor: what is done to a class outside of it keeps bundlers from dropping the class.
 */
export function inspectAs<T extends object>(target: T, name: string, show: (self: T) => unknown): void {
  hidden(
    target,
    Symbol.for('nodejs.util.inspect.custom'),
    function (this: T, _depth: number, options: object, inspect: Inspect): string {
      return `${name} ${inspect(show(this), options)}`
    }
  )
}
