import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { patience } from '../../vitest.shared.ts'

const config: ViteUserConfig = defineConfig({
  test: {
    ...patience,
    server: { deps: { external: [/\/packages\/[^/]+\/dist\//] } } // loaded once, by Node, as an installed package is
  }
})

export default config
