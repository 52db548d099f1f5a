import { readFile } from 'node:fs/promises'
import { isAbsolute, relative } from 'node:path'
import { loadedBy } from './imports.ts'

/** All that the web platform has not got, and that a main entry may load. */
const allowed = ['openapi-fetch']

/**
 * What does not belong into what importing a file loads: packages that are not allowed, anything of Node's own, and every
 * module that a mock was made of. Bundlers name shared chunks as they like, so what is in them is read from their source maps.
 */
export async function strangersIn(file: string): Promise<string[]> {
  const loaded = [...(await loadedBy(file))]
  const strange = await Promise.all(
    loaded.map(async (module) => {
      if (!isAbsolute(module)) return allowed.includes(module) ? [] : [module]
      const mocks = (await sourcesOf(module)).filter((source) => /(^|\/)(mock-core|src\/mock)\//.test(source))
      return mocks.map((source) => `${source} in ${relative(process.cwd(), module)}`)
    })
  )
  return strange.flat()
}

/** What a module was made of. Throws where that cannot be told. */
async function sourcesOf(module: string): Promise<readonly string[]> {
  const code = await readFile(module, 'utf8')
  const [, map] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(code) ?? []
  if (map !== undefined) return JSON.parse(await readFile(`${module}.map`, 'utf8')).sources
  if (/^\s*((import|export)\b[^;]*;\s*)*$/.test(code)) return []
  throw new Error(`${module} has no source map: what is in it cannot be told`)
}
