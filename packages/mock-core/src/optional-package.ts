/**
 * What an optional package exports.
 * @throws Error that says what needs it and how to install it, with the platform's own error as its cause
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
