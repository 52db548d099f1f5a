import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { terminal } from '../testing/pty.ts'
import { casServer, ogcServer } from '../testing/servers.ts'
import { shell } from '../testing/shell.ts'

/* The program as it was built, with real pipes, files and limits. */

const ctrlC = '\u0003'
const elevation = '-d demo_terrain:elevation'

/** As many points as a CSV file. */
const points = (count: number): string =>
  `n,lon,lat\n${Array.from({ length: count }, (_, n) => `${n},${(n % 1200) / 20 - 30},${(n % 700) / 10 - 35}\n`).join('')}`

test('a full disk is told, by its name', async () => {
  const { url } = await ogcServer()
  const { run } = await shell({ EOZILLA_API_URL: url })
  expect(await run('geoclients ogc processes > /dev/full')).toMatchObject({
    code: 1,
    stderr: 'error: the disk is full\n'
  })
})

test('a disk that gets full while a table is made loses nothing: what is kept is said, and --resume ends it', async () => {
  const { url } = await casServer()
  const { run, folder } = await shell({ CAS_BASE_URL: url })
  await writeFile(join(folder, 'in.csv'), points(3000))
  // No file may be larger than 200 blocks; without the trap the signal would end the program.
  const limited = `trap '' XFSZ; ulimit -f 200; geoclients cas extract in.csv ${elevation} -o out.csv --quiet`
  const { code, stderr } = await run(limited)
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(
      /^[\d,]+ rows are kept\. To continue, run the same command with --resume\nerror: the file is too large/
    )
  ])
  expect(await run(`geoclients cas extract in.csv ${elevation} -o out.csv --resume --quiet`)).toMatchObject({ code: 0 })
  await run(`geoclients cas extract in.csv ${elevation} -o whole.csv --quiet`)
  const [resumed, whole] = await Promise.all(
    ['out.csv', 'whole.csv'].map((name) => readFile(join(folder, name), 'utf8'))
  )
  expect(resumed).toBe(whole)
  expect(whole?.split('\n')).toHaveLength(3002)
})

test('a reader that has seen enough is no failure', async () => {
  const { url } = await casServer()
  const { run, folder } = await shell({ CAS_BASE_URL: url })
  await writeFile(join(folder, 'in.csv'), points(3000))
  const commands = `geoclients cas extract in.csv ${elevation} --quiet | head -1; echo "\${PIPESTATUS[@]}"`
  expect(await run(commands)).toEqual({ code: 0, stdout: 'n,lon,lat,elevation\n0 0\n', stderr: '' })
})

test('pipes with a name are read once, and refused where a format needs a file', async () => {
  const { url } = await casServer()
  const { run, folder } = await shell({ CAS_BASE_URL: url })
  await writeFile(join(folder, 'in.csv'), points(3))
  const { code, stdout } = await run(
    `mkfifo in.fifo; cat in.csv > in.fifo & geoclients cas extract in.fifo ${elevation} --lon lon --lat lat --quiet`
  )
  expect([code, stdout.split('\n').length]).toEqual([0, 5])
  expect(await run(`geoclients cas extract <(cat in.csv) ${elevation} --lon lon --lat lat --quiet`)).toMatchObject({
    code: 0,
    stdout
  })
  expect(await run(`mkfifo in.gpkg; geoclients cas extract in.gpkg ${elevation}`)).toMatchObject({
    code: 1,
    stderr: 'error: in.gpkg is a pipe, expected a file\nA pipe may contain only GeoJSON or CSV.\n'
  })
})

const systemTime = {
  setTimeout: (callback: () => void, delay: number): unknown => setTimeout(callback, delay),
  clearTimeout: (timer: unknown): void => clearTimeout(timer as number)
}

test('jobs that are watched in a pipe: a line for each change, until all have ended', async () => {
  let passed = 0
  const clock = { ...systemTime, now: () => Date.now() + passed }
  const { url, mock } = await ogcServer({ clock })
  const { run } = await shell({ EOZILLA_API_URL: url })
  await run('geoclients ogc run sleep_a_while -i duration=3600 --detach')
  const watching = run('geoclients ogc jobs --watch | cat')
  const looked = (): boolean => mock.requests.filter(({ method }) => method === 'GET').length > 3
  await vi.waitFor(() => expect(looked()).toBe(true), { timeout: 60_000, interval: 50 })
  passed = 3_600_000
  const { code, stdout } = await watching
  expect([code, stdout.split('\n').map((line) => line.split('\t').slice(0, 2).join(' '))]).toEqual([
    0,
    expect.arrayContaining(['job-1 running', 'job-1 successful'])
  ])
})

test('types --watch writes the file again when the server has changed; --check says so', async () => {
  const { url, mock } = await ogcServer({ dialect: '2.0' })
  const { run, folder } = await shell({ EOZILLA_API_URL: url })
  const file = join(folder, 'processes.ts')
  const watching = terminal(['ogc', 'types', url, '-o', file, '--watch', '--interval', '0.1'])
  await watching.until(/processes\.ts written\./)
  expect(await run('geoclients ogc types -o processes.ts --check')).toMatchObject({ code: 0 })
  const body = JSON.stringify({ cwlVersion: 'v1.2', id: 'newcomer', inputs: { word: 'string' }, outputs: {} })
  const headers = { 'Content-Type': 'application/cwl+json' }
  await mock.fetch(`${mock.baseUrl}/processes`, { method: 'POST', headers, body })
  await watching.until(/processes\.ts written\./)
  watching.type(ctrlC)
  expect(await watching.exit).toBe(130)
  expect(await readFile(file, 'utf8')).toContain('newcomer')
  await writeFile(file, 'export {}\n')
  expect(await run('geoclients ogc types -o processes.ts --check')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/processes\.ts is out of date\nTo update it: geoclients ogc types /)
  })
})

test.each(['ogc', 'cas'])('%s mock serves until Ctrl-C', async (service) => {
  const serving = terminal([service, 'mock', '--port', '0'])
  const said = await serving.until(/http:\/\/127\.0\.0\.1:\d+\s/)
  const url = /http:\S+/.exec(said)?.[0] ?? ''
  expect((await fetch(`${url}/${service === 'ogc' ? 'processes' : 'health'}`)).status).toBe(200)
  serving.type(ctrlC)
  expect(await serving.exit).toBe(0)
})

test('on a narrow terminal no line of a table is wider', async () => {
  const { url } = await ogcServer()
  const listing = terminal(['ogc', 'processes', '--base-url', url], {}, 40)
  expect(await listing.exit).toBe(0)
  const lines = withoutControls(listing.text()).split(/\r?\n/)
  expect(lines.some((line) => line.includes('primes_between'))).toBe(true)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40)
})

test('NO_COLOR: nothing is coloured, not even an error', async () => {
  const { url } = await ogcServer()
  for (const [env, expected] of [
    [{}, true],
    [{ NO_COLOR: '1' }, false]
  ] as const) {
    const listing = terminal(['ogc', 'processes', '--base-url', url], env)
    const failing = terminal(['ogc', 'process', 'nope', '--base-url', url], env)
    expect([await listing.exit, await failing.exit]).toEqual([0, 2])
    expect([coloured.test(listing.text()), coloured.test(failing.text())]).toEqual([expected, expected])
  }
})

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: they are what is looked for
const coloured = /\u001b\[[1-9]\d*m/
const withoutControls = (text: string): string => text.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '')
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: they are what is looked for
