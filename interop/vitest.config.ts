import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    name: 'interop',
    include: ['*.test.ts'],
    environment: 'node',
    maxWorkers: 4, // whatever the machine has: the tests wait for servers
    globalSetup: './global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000
  }
})

export default config
