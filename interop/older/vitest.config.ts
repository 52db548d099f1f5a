import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { patience } from '../../vitest.shared.ts'

/** `npm run interop -- --older`: servers that are not started each time, because there are too many. */
const config: ViteUserConfig = defineConfig({
  test: {
    ...{ name: 'older', include: ['older/*.test.ts'], environment: 'node' },
    globalSetup: './older/global-setup.ts',
    teardownTimeout: 30_000,
    ...patience
  }
})

export default config
