import { hidden } from '@geoclients/client-core'

type Inspect = (value: unknown, options: object) => string

/**
 * Defines how Node's `console.log` shows an object. `show` selects the visible members. It is called by constructors, because
 * code that changes a class from outside keeps bundlers from removing the class.
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
