import { defineConfig } from 'tsdown'

// One build for all entries: what they share is there once.
export default defineConfig({
  entry: { index: 'src/index.ts', 'auth/index': 'src/auth/index.ts', 'node/index': 'src/node/index.ts' },
  platform: 'neutral',
  deps: { neverBundle: [/^node:/] },
  dts: true
})
