type Inspect = (value: unknown, options: object) => string

const custom = /* @__PURE__ */ Symbol.for('nodejs.util.inspect.custom')

/**
 * Defines how Node's `console.log` shows the objects of a class. `show` selects the visible members. The constructor calls it,
 * because code that changes a class from outside keeps bundlers from removing the class.
 */
export function inspectAs<T extends object>(target: T, name: string, show: (self: T) => unknown): void {
  if (custom in target) return
  const value = function (this: T, _depth: number, options: object, inspect: Inspect): string {
    return `${name} ${inspect(show(this), options)}`
  }
  // If the class is frozen, its objects are printed as the platform does.
  Reflect.defineProperty(Object.getPrototypeOf(target), custom, { value, configurable: true, writable: true })
}
