import { defineConfig, type ViteUserConfig } from 'vitest/config'

// Linting starts redocly in a process of its own, which takes about a second each time.
const config: ViteUserConfig = defineConfig({ test: { include: ['**/*.test.ts'], testTimeout: 60_000 } })

export default config
