import { hidden } from '@geoclients/client-core'

type Inspect = (value: unknown, options: object) => string

/** How Node's `console.log` shows the objects of a class: `show` picks what may be seen, and how deep is Node's own. */
export function inspectAs<T extends object>(prototype: T, name: string, show: (self: T) => unknown): void {
  hidden(
    prototype,
    Symbol.for('nodejs.util.inspect.custom'),
    function (this: T, _depth: number, options: object, inspect: Inspect): string {
      return `${name} ${inspect(show(this), options)}`
    }
  )
}
