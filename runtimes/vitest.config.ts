import { globSync } from 'node:fs'
import { join } from 'node:path'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { dialectNames } from '../packages/ogc-client/src/mock/dialects/by-name.ts'
import { folderName, packages } from '../scripts/registry.ts'
import { nodeOnly } from './browser/node-only.ts'

const folders = join(import.meta.dirname, '..', 'packages')
const proof = 'contract/mock.test.ts'
const shim = (name: string): string => join(import.meta.dirname, 'browser', `${name}.ts`)

/** The tests of one package in Chromium; `CHROME_BIN` is set by `test-browser.ts`. */
function inChromium(
  name: string,
  test: Partial<NonNullable<ViteUserConfig['test']>> & { folder: string }
): ViteUserConfig {
  const { folder, exclude = [], ...rest } = test
  const elsewhere = nodeOnly.flatMap(({ files }) =>
    files.flatMap((file) => (file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1)] : []))
  )
  return {
    root: join(folders, folder),
    resolve: { alias: { 'node:util': shim('node-util'), 'node:assert/strict': shim('node-assert') } },
    test: {
      name,
      exclude: [...elsewhere, ...exclude],
      setupFiles: [join(import.meta.dirname, 'browser', 'visible-redirects.ts')],
      unstubGlobals: true,
      testTimeout: 120_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { executablePath: process.env.CHROME_BIN ?? '', args: ['--no-sandbox'] }
        }),
        instances: [{ browser: 'chromium' }]
      },
      ...rest
    }
  }
}

// Otherwise a test that was moved would run in Chromium unnoticed, and its reason would be out of date.
for (const file of nodeOnly.flatMap(({ files }) => files)) {
  if (globSync(join(folders, file)).length === 0)
    throw new Error(`browser/node-only.ts names ${file}, which is not there`)
}

const tested = packages.filter(({ kind }) => kind === 'core' || kind === 'client').map(folderName)
const all = ['src/**/*.test.ts', 'contract/**/*.test.ts']

/** The unit and contract tests of the clients in a real browser: `npm run test:browser`. */
const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      ...tested.map((folder) =>
        inChromium(folder, { folder, include: all, exclude: folder === 'ogc-client' ? [proof] : [] })
      ),
      ...dialectNames.map((dialect) =>
        inChromium(`contract ${dialect}`, { folder: 'ogc-client', include: [proof], provide: { dialect } })
      )
    ]
  }
})

export default config
