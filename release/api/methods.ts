/** The operations of a contract, by `operationId`, of which no class that a package exports has a method with that name. */
export function missingMethods(contract: string, exported: object): string[] {
  const prototypes = Object.values(exported).flatMap((value) => (typeof value === 'function' ? [value.prototype] : []))
  return [...contract.matchAll(/^\s*(?:- )?operationId: ['"]?([\w-]+)/gm)]
    .map(([, id = '']) => id)
    .filter((id) => !prototypes.some((prototype) => prototype && id in prototype))
}
