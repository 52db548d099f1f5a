import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import { patience, testProjects } from '../../vitest.shared.ts'
import { dialectNames } from './src/mock/dialects/by-name.ts'

const proof = 'contract/mock.test.ts'
const common = { environment: 'node', ...patience } as const

/** Beside the tests of its parts: the contract, proven on the mock, with a project for each dialect that it speaks. */
const config: ViteUserConfig = mergeConfig(testProjects, {
  test: {
    projects: [
      { test: { name: 'contract', include: ['contract/**/*.test.ts'], exclude: [proof], ...common } },
      ...dialectNames.map((dialect) => ({
        test: { name: `contract ${dialect}`, include: [proof], provide: { dialect }, ...common }
      }))
    ]
  }
})

export default config
