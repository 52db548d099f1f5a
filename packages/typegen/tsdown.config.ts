import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { index: 'src/index.ts' },
  platform: 'node',
  deps: { neverBundle: [/^node:/] },
  fixedExtension: false,
  dts: true
})
