import { defineConfig, type UserConfig } from 'tsdown'

const shared: UserConfig = {
  sourcemap: true,
  dts: true,
  clean: false,
  fixedExtension: false,
  // Clients are disposable; a program whose `lib` has no such thing must compile all the same.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
  deps: { alwaysBundle: [/^@geoclients\/mock-core/] }
}

/** A client's entries: what runs everywhere, and what needs Node. The private mock-core is bundled into both. */
export const clientEntries: UserConfig[] = [
  { ...shared, platform: 'neutral', entry: { index: 'src/index.ts', 'mock/index': 'src/mock/index.ts' } },
  { ...shared, platform: 'node', entry: { 'mock/node/index': 'src/mock/node/index.ts' } }
].map((config) => defineConfig(config) as UserConfig)
