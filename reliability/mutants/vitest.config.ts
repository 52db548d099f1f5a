import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** The settings with which Stryker runs the tests of one part of a package. It is started in the folder of the package. */
const settings: ViteUserConfig = defineConfig({
  root: process.cwd(),
  // A test on the virtual clock that takes this long will never end.
  test: { include: JSON.parse(process.env.MUTANTS_TESTS ?? '[]'), unstubGlobals: true, testTimeout: 20_000 }
})

export default settings
