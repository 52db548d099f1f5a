import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Page, chromium as playwright } from 'playwright'
import { chromium } from '../../../release/rehearsal/tools.ts'

// `npm run docs:pictures`: makes docs/pictures/{explorer,site}-*.webp and web-*.png from the pages that their tests drive.

const root = join(import.meta.dirname, '..', '..', '..')

function run(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status } = spawnSync('npx', args, { cwd: folder, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) throw new Error(`npx ${args.join(' ')} failed in ${folder}, so there are no pictures of it.`)
}

interface Source {
  /** What the names of its pictures begin with. */
  readonly name: string
  readonly folder: string
  /** The tests that take the pictures, by a pattern of their names. */
  readonly tests: string
  readonly pictures: readonly string[]
}

const sources: readonly Source[] = [
  {
    name: 'explorer',
    folder: 'apps/explorer',
    tests: 'from the start to a result|a series becomes|thousands of places|the demo makes a GeoTIFF',
    pictures: ['result', 'chart', 'attributes', 'raster']
  },
  {
    name: 'site',
    folder: 'site',
    tests: 'an example of a page',
    pictures: ['example']
  }
]

/** A smaller picture, in which text stays sharp. The browser makes it, so no other program is needed. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const encoded = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = document.createElement('canvas')
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    return canvas.toDataURL('image/webp', 0.82)
  }, png.toString('base64'))
  return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64')
}

const pictures = join(root, 'docs', 'pictures')
// The web examples write theirs as they stand in the pages, each small enough. What turbo remembers would write none.
run(root, ['turbo', 'run', 'test:web', '--force', '--output-logs=errors-only'], { PICTURES: pictures })
const browser = await playwright.launch({ executablePath: await chromium(), args: ['--no-sandbox'] })
const page = await browser.newPage()
for (const { name, folder, tests, pictures: names } of sources) {
  const taken = await mkdtemp(join(tmpdir(), 'pictures-'))
  // The site shows the pictures of the explorer, so it is built after them.
  run(root, ['turbo', 'run', name === 'site' ? 'site' : 'build', '--output-logs=errors-only'])
  run(join(root, folder), ['vitest', 'run', '--project', 'browser', '-t', tests], { PICTURES: taken })
  for (const picture of names) {
    const bytes = await asWebp(page, await readFile(join(taken, `${picture}.png`)))
    await writeFile(join(pictures, `${name}-${picture}.webp`), bytes)
    process.stdout.write(`docs/pictures/${name}-${picture}.webp: ${Math.round(bytes.length / 1000)} kB\n`)
  }
  await rm(taken, { recursive: true })
}
await browser.close()
