import { defineConfig } from 'tsdown'

/** One program. Commands that are imported when they are called become files of their own. */
export default defineConfig({
  entry: { main: 'src/main.ts' },
  platform: 'node',
  deps: { neverBundle: [/^node:/] },
  copy: [{ from: '../../apps/explorer/dist', to: 'dist', rename: 'explorer' }],
  fixedExtension: false,
  dts: false
})
