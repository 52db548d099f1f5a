import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cli } from '../testing/cli.ts'
import { ogcServer } from '../testing/servers.ts'

async function atHome() {
  const HOME = await mkdtemp(join(tmpdir(), 'home-'))
  onTestFinished(() => rm(HOME, { recursive: true }))
  const file = join(HOME, '.eozilla', 'config')
  const run = (args: readonly string[], stdin = '') => cli(['ogc', ...args], { env: { HOME }, stdin })
  return { run, text: () => readFile(file, 'utf8') }
}

test('configure, login from the pipe, logout: the file is the one of cuiman', async () => {
  const { url, mock } = await ogcServer()
  const { run, text } = await atHome()
  expect(await run(['configure', '--base-url', url, '--auth-type', 'api-key', '--header', 'X-Key'])).toMatchObject({
    code: 0,
    stdout: '',
    stderr: expect.stringContaining('Log in: geoclients ogc login')
  })
  const loggedIn = await run(['login', '--secret-file', '-'], 'hunter2\n')
  expect(loggedIn.code).toBe(0)
  expect(loggedIn.stderr).not.toContain('hunter2')
  expect(await text()).toContain('api_key: hunter2')
  expect((await run(['processes'])).code).toBe(0)
  expect(mock.requests.at(-1)?.headers['x-key']).toBe('hunter2')
  expect((await run(['logout'])).code).toBe(0)
  expect(await text()).not.toContain('hunter2')
  expect(await text()).toContain(`api_url: ${url}`)
})

test('a secret that the server refuses is not kept', async () => {
  const { url, mock } = await ogcServer()
  const { run, text } = await atHome()
  await run(['configure', '--base-url', url, '--auth-type', 'token'])
  mock.failNext({ status: 401 }, { path: '/processes', times: 5 })
  const { code, stderr } = await run(['login', '--secret-file', '-'], 'wrong')
  expect([code, stderr.includes('wrong')]).toEqual([2, false])
  expect(await text()).not.toContain('wrong')
})

test('where nobody can be asked it is said how to give the answer', async () => {
  const { run } = await atHome()
  expect(await run(['configure'])).toMatchObject({ code: 1, stderr: expect.stringContaining('Give --base-url URL') })
  expect(await run(['login'])).toMatchObject({ code: 1, stderr: expect.stringContaining('geoclients ogc configure') })
  await run(['configure', '--base-url', 'https://ogc.example', '--auth-type', 'token'])
  expect(await run(['login'])).toMatchObject({ code: 1, stderr: expect.stringContaining('Give --secret-file FILE') })
})
