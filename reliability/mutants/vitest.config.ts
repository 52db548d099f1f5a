import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { patience } from '../../vitest.shared.ts'

/** How Stryker runs the tests of one part of a package. It is started in the folder of the package. */
const settings: ViteUserConfig = defineConfig({
  root: process.cwd(),
  test: { include: JSON.parse(process.env.MUTANTS_TESTS ?? '[]'), unstubGlobals: true, ...patience }
})

export default settings
