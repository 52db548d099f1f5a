import { defineConfig } from 'vitest/config'
import { patience } from '../../vitest.shared.ts'

/** How Stryker runs the tests of one part of a package. It is started in the folder of the package. */
export default defineConfig({
  root: process.cwd(),
  test: { include: (process.env.MUTANTS_TESTS ?? '').split(','), unstubGlobals: true, ...patience }
})
