import { defineConfig, type ViteUserConfig } from 'vitest/config'

// The examples start processes and servers; the bound is one for slow machines, no test measures time.
const config: ViteUserConfig = defineConfig({ test: { include: ['*.test.ts'], testTimeout: 60_000 } })
export default config
