import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import { patience, testProjects } from '../../vitest.shared.ts'

/** Runs the unit tests, and the contract suite against the mock. */
const config: ViteUserConfig = mergeConfig(testProjects, {
  test: {
    projects: [{ test: { name: 'contract', include: ['contract/**/*.test.ts'], environment: 'node', ...patience } }]
  }
})

export default config
