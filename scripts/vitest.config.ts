import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { patience } from '../vitest.shared.ts'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'new-client/template/**'],
    isolate: false,
    ...patience
  }
})

export default config
