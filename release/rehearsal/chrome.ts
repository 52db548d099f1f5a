import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['google-chrome', 'chromium', 'chromium-browser']

/** An installed Chrome: the one that CHROME_BIN names, or the first on the path. Throws if CHROME_BIN is wrong. */
export function installedChrome({ CHROME_BIN, PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  if (CHROME_BIN && !existsSync(CHROME_BIN))
    throw new Error(`CHROME_BIN must be a program, but ${CHROME_BIN} is not there`)
  if (CHROME_BIN) return CHROME_BIN
  const folders = PATH.split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}
