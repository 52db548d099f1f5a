import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { patience } from '../../vitest.shared.ts'

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['*.test.tsx'], environment: 'happy-dom', ...patience } },
      { test: { name: 'web', include: ['page.test.ts'], ...patience } }
    ]
  }
})

export default config
