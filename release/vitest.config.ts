import { defineConfig, type ViteUserConfig } from 'vitest/config'

// Reading declarations starts a compiler.
const config: ViteUserConfig = defineConfig({ test: { include: ['**/*.test.ts'], testTimeout: 60_000 } })

export default config
