import { readdirSync } from 'node:fs'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { patience } from '../vitest.shared.ts'

const contract = /^contract-(.*)\.test\.ts$/
const targets = readdirSync(import.meta.dirname).flatMap((file) => contract.exec(file)?.[1] ?? [])

const common = { environment: 'node', ...patience } as const

/** The contract has one project for each server in each set-up. The servers are started once, for all projects. */
const config: ViteUserConfig = defineConfig({
  test: {
    maxWorkers: 4, // independent of the number of cores, because the tests mostly wait for servers
    globalSetup: './global-setup.ts',
    teardownTimeout: 30_000,
    projects: [
      { test: { name: 'interop', include: ['*.test.ts'], exclude: ['contract-*.test.ts'], ...common } },
      ...targets.map((target) => ({
        test: { name: `contract ${target}`, include: [`contract-${target}.test.ts`], ...common }
      }))
    ]
  }
})

export default config
