import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    name: 'interop',
    include: ['*.test.ts'],
    environment: 'node',
    maxWorkers: 4, // whatever the machine has: the tests wait for servers
    globalSetup: './global-setup.ts',
    testTimeout: 600_000, // it bounds a hang; how long a loaded machine takes is no concern of a test
    hookTimeout: 600_000,
    teardownTimeout: 30_000
  }
})

export default config
