import { readdirSync } from 'node:fs'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { patience } from '../vitest.shared.ts'

const contract = /^contract-(.*)\.test\.ts$/
const targets = readdirSync(import.meta.dirname).flatMap((file) => contract.exec(file)?.[1] ?? [])

const common = { environment: 'node', ...patience } as const

/** The contract has a project for each server in each set-up; the servers are started once, for all. */
const config: ViteUserConfig = defineConfig({
  test: {
    maxWorkers: 4, // whatever the machine has: the tests wait for servers
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
