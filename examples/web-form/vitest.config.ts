import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { patience } from '../../vitest.shared.ts'

const config: ViteUserConfig = defineConfig({
  test: { include: ['*.test.ts?(x)'], environment: 'happy-dom', ...patience }
})

export default config
