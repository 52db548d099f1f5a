/**
 * Loads an optional package.
 * @throws Error that says what needs the package and how to install it, with the platform's error as cause
 */
export async function optionalPackage<T>(name: string, purpose: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    throw new Error(`${purpose} needs the package ${name}, which cannot be loaded: npm install --save-dev ${name}`, {
      cause
    })
  }
}
