import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { patience } from '../../vitest.shared.ts'

/** `npm run interop -- --older`: servers that are too many to start each time. */
const config: ViteUserConfig = defineConfig({
  test: {
    ...{ name: 'older', include: ['older/*.test.ts'], environment: 'node' },
    globalSetup: './older/global-setup.ts',
    teardownTimeout: 30_000,
    ...patience
  }
})

export default config
