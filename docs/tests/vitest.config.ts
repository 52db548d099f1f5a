import { defineConfig, type ViteUserConfig } from 'vitest/config'

// All examples are type-checked at once before the first of them runs.
const config: ViteUserConfig = defineConfig({ test: { testTimeout: 60_000, hookTimeout: 120_000 } })

export default config
