import { expect, test } from 'vitest'
import { cli } from '../testing/cli.ts'
import { casServer, ogcServer } from '../testing/servers.ts'

test('--help and --version', async () => {
  expect(await cli(['--help'])).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringContaining('Exit codes: 0 ok')
  })
  expect(await cli(['ogc', '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('Examples:') })
  expect(await cli(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

test.each([
  [['ogc', 'proceses'], 'Did you mean one of process, processes?'],
  [['ogc', 'process'], "missing required argument 'id'"],
  [['ogc', 'processes', '--jason'], "unknown option '--jason'"],
  [['ogc', 'processes', '--json', '--yaml'], "option '--json' cannot be used with option '--yaml'"],
  [['ogc', 'processes', '--timeout', '0'], 'Expected a number of seconds above 0.'],
  [['cas', 'datasets', '--bbox', '1,2,3'], 'Expected four numbers'],
  [['cas', 'datasets', '--temporal-type', 'x'], 'Allowed choices are static'],
  [['ogc', 'processes'], 'Pass --base-url URL, or save an address: geoclients ogc configure'],
  [['cas', 'datasets'], 'Pass --base-url URL, or save an address: geoclients cas configure'],
  [['ogc', 'processes', '--base-url', 'x'], 'baseUrl'],
  [['ogc', 'processes', '--config', '/nowhere/c'], '/nowhere/c']
])('%j is a wrong usage: %s', async (args, message) => {
  expect(await cli(args)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) })
})

test('the server said no: 2, with what to do next', async () => {
  const { url } = await ogcServer()
  const { code, stderr } = await cli(['ogc', 'process', 'nope', '--base-url', url])
  expect(code).toBe(2)
  expect(stderr).toMatch(/error: GET .* returned 404 .*\nTo list the processes: geoclients ogc processes\n/)
})

test('a wrong key is told without the key', async () => {
  const { url } = await casServer({ apiKeys: ['right'] })
  const { code, stderr } = await cli(['cas', 'providers', '--base-url', url], { env: { CAS_API_KEY: 'wr0ng-secret' } })
  expect(code).toBe(2)
  expect(stderr).toContain('Set CAS_API_KEY')
  expect(stderr).not.toContain('wr0ng-secret')
})

test('no network: 3', async () => {
  const { url, close } = await ogcServer()
  await close()
  const { code, stderr } = await cli(['ogc', 'processes', '--base-url', url])
  expect(code).toBe(3)
  expect(stderr).toContain('Check the address')
})

test('the address comes from the environment', async () => {
  const { url } = await ogcServer()
  expect(await cli(['ogc', 'conformance'], { env: { EOZILLA_API_URL: url } })).toMatchObject({ code: 0, stderr: '' })
})

test('colour is for terminals that want it', async () => {
  const { url } = await ogcServer()
  const esc = '\u001b['
  const head = async (columns?: number, env = {}): Promise<boolean> =>
    (await cli(['ogc', 'processes', '--base-url', url], { ...(columns && { columns }), env })).stdout.includes(esc)
  expect(await head(80)).toBe(true)
  expect(await head()).toBe(false)
  expect(await head(80, { NO_COLOR: '1' })).toBe(false)
  expect(await head(80, { TERM: 'dumb' })).toBe(false)
})
