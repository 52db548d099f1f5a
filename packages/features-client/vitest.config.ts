import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import { patience, testProjects } from '../../vitest.shared.ts'

/** Beside the tests of its parts: the contract, proven on the mock. */
const config: ViteUserConfig = mergeConfig(testProjects, {
  test: {
    projects: [{ test: { name: 'contract', include: ['contract/**/*.test.ts'], environment: 'node', ...patience } }]
  }
})

export default config
