/**
 * For the `catch` of the import of an optional package: throws an Error that says what needs the package and how to install it,
 * with the platform's error as cause. The import and its `catch` must be one expression, because esbuild then accepts that the
 * package is not installed: `await import('yaml').catch(missingPackage('yaml', 'A mock that reads YAML'))`.
 */
export function missingPackage(name: string, purpose: string): (cause: unknown) => never {
  return (cause) => {
    throw new Error(`${purpose} needs the package ${name}, which cannot be loaded: npm install --save-dev ${name}`, {
      cause
    })
  }
}
