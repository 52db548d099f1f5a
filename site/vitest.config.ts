import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { patience } from '../vitest.shared.ts'

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['{build,playground}/*.test.ts'], environment: 'node', ...patience } },
      { test: { name: 'browser', include: ['browser/*.test.ts'], fileParallelism: false, ...patience } }
    ]
  }
})

export default config
