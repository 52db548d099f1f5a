import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { index: 'src/index.ts' },
  platform: 'node',
  deps: { neverBundle: [/^node:/] },
  fixedExtension: false,
  sourcemap: true,
  dts: true
})
