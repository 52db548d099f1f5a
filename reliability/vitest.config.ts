import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { patience } from '../vitest.shared.ts'

const config: ViteUserConfig = defineConfig({ test: { include: ['**/*.test.ts'], ...patience } })

export default config
