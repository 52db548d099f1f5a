type Load = () => Promise<object>

/** The modules that a program can import. */
const packages: Readonly<Record<string, Load>> = {
  '@geoclients/cas-client': () => import('@geoclients/cas-client'),
  '@geoclients/cas-client/geojson': () => import('@geoclients/cas-client/geojson'),
  '@geoclients/cas-client/mock': () => import('@geoclients/cas-client/mock'),
  '@geoclients/cas-client/query': () => import('@geoclients/cas-client/query'),
  '@geoclients/features-client': () => import('@geoclients/features-client'),
  '@geoclients/features-client/mock': () => import('@geoclients/features-client/mock'),
  '@geoclients/ogc-client': () => import('@geoclients/ogc-client'),
  '@geoclients/ogc-client/auth': () => import('@geoclients/ogc-client/auth'),
  '@geoclients/ogc-client/helpers': () => import('@geoclients/ogc-client/helpers'),
  '@geoclients/ogc-client/mock': () => import('@geoclients/ogc-client/mock'),
  '@geoclients/ogc-client/query': () => import('@geoclients/ogc-client/query'),
  '@geoclients/ogc-client/schema': () => import('@geoclients/ogc-client/schema'),
  '@geoclients/ogc-client/store': () => import('@geoclients/ogc-client/store')
}

/** The modules behind `./given`: the names that an example uses and does not define. */
const givens: Readonly<Record<string, Load>> = {
  'cas-client': () => import('../../docs/tests/preludes/cas-client.ts'),
  'features-client': () => import('../../docs/tests/preludes/features-client.ts'),
  'ogc-client': () => import('../../docs/tests/preludes/ogc-client.ts'),
  readme: () => import('../../docs/tests/preludes/readme.ts')
}

/** Loads the modules that a program imports. */
export async function modulesOf(names: readonly string[], given: string): Promise<ReadonlyMap<string, object>> {
  const load = async (name: string): Promise<[string, object]> => {
    const module = name === './given' ? givens[given] : packages[name]
    if (!module) throw new Error(`A page cannot import '${name}'. It has: ./given, ${Object.keys(packages).join(', ')}`)
    return [name, await module()]
  }
  return new Map(await Promise.all(names.map(load)))
}
