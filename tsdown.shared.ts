import { defineConfig, type UserConfig } from 'tsdown'
import { entriesOf, packages } from './scripts/registry.ts'

const shared: UserConfig = {
  dts: true,
  clean: false,
  fixedExtension: false,
  // Clients are disposable; a program whose `lib` has no such thing must compile all the same.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
  deps: { alwaysBundle: [/^@geoclients\/mock-core/], neverBundle: [/^node:/] }
}

/**
 * The build of a client, of the entries that its manifest exports: what runs everywhere, and what needs Node. The private
 * mock-core is bundled into both. `node` is built with the main entry, so that there is one class of clients and of errors.
 */
export function clientBuild(folder: string): UserConfig[] {
  const one = packages.find((candidate) => folder.endsWith(candidate.folder))
  if (!one) throw new Error(`${folder} is not in scripts/registry.ts`)
  const sources = Object.entries(entriesOf(one)).map(([built, source]) => [built, `src/${source}.ts`] as const)
  const needsNode = (built: string): boolean => built.startsWith('mock/node/')
  const configs: UserConfig[] = [
    { ...shared, platform: 'neutral', entry: Object.fromEntries(sources.filter(([built]) => !needsNode(built))) },
    { ...shared, platform: 'node', entry: Object.fromEntries(sources.filter(([built]) => needsNode(built))) }
  ]
  return configs.map((config) => defineConfig(config) as UserConfig)
}
