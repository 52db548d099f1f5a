import { defineConfig, type UserConfig } from 'tsdown'

const shared: UserConfig = {
  dts: true,
  clean: false,
  fixedExtension: false,
  // Clients are disposable; a program whose `lib` has no such thing must compile all the same.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
  deps: { alwaysBundle: [/^@geoclients\/mock-core/], neverBundle: [/^node:/] }
}

/**
 * A client's entries: what runs everywhere, and what needs Node. The private mock-core is bundled into both.
 * `node` is built with the main entry, so that there is one class of clients and of errors.
 */
export const clientEntries: UserConfig[] = [
  {
    ...shared,
    platform: 'neutral',
    entry: {
      index: 'src/index.ts',
      'node/index': 'src/node/index.ts',
      'mock/index': 'src/mock/index.ts',
      'mock/msw': 'src/mock/msw.ts'
    }
  },
  { ...shared, platform: 'node', entry: { 'mock/node/index': 'src/mock/node/index.ts' } }
].map((config) => defineConfig(config) as UserConfig)
