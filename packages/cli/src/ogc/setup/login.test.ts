import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cli } from '../../testing/cli.ts'
import { issuerServer } from '../../testing/issuer.ts'
import { terminal } from '../../testing/pty.ts'
import { ogcServer } from '../../testing/servers.ts'
import { shell } from '../../testing/shell.ts'

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
    stderr: expect.stringContaining('To log in: geoclients ogc login')
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
  expect(await run(['configure'])).toMatchObject({ code: 1, stderr: expect.stringContaining('Pass --base-url URL') })
  expect(await run(['login'])).toMatchObject({ code: 1, stderr: expect.stringContaining('geoclients ogc configure') })
  await run(['configure', '--base-url', 'https://ogc.example', '--auth-type', 'token'])
  expect(await run(['login'])).toMatchObject({ code: 1, stderr: expect.stringContaining('Pass --secret-file FILE') })
})

test('OAuth 2: the password is given to the token endpoint, and its token to the server', async () => {
  const { url, mock } = await ogcServer()
  const issuer = await issuerServer()
  const { run } = await atHome()
  const how = ['--auth-type', 'oauth2', '--token-url', `${issuer.url}/token`, '--client-id', 'tool']
  expect((await run(['configure', '--base-url', url, ...how])).code).toBe(0)
  const { code, stderr } = await run(['login', '--username', 'ann', '--secret-file', '-'], 'hunter2\n')
  expect([code, stderr.includes('hunter2')]).toEqual([0, false])
  expect(issuer.forms[0]).toMatchObject({ grant_type: 'password', username: 'ann', password: 'hunter2' })
  expect(mock.requests.at(-1)?.headers.authorization).toBe('Bearer access-1')
})

test('OpenID Connect: the browser logs in, the login is kept, and logout revokes it', async () => {
  const { url, mock } = await ogcServer()
  const issuer = await issuerServer()
  const { folder, run } = await shell()
  const at = ['--auth-type', 'oidc', '--issuer-url', issuer.url, '--client-id', 'tool', '--base-url', url]
  expect((await run(`geoclients ogc configure ${at.join(' ')}`)).code).toBe(0)
  const person = terminal(['ogc', 'login'], { HOME: folder, BROWSER: 'true' })
  const said = await person.until(/http:\/\/127\.0\.0\.1:\d+\/authorize\S+\s/)
  expect((await fetch(/http:\S+\/authorize\S+/.exec(said)?.[0] ?? '')).status).toBe(200)
  await person.until(/You are logged in/)
  expect(await person.exit).toBe(0)
  expect((await run('geoclients ogc processes')).code).toBe(0)
  expect(mock.requests.at(-1)?.headers.authorization).toBe('Bearer access-1')
  expect((await run('geoclients ogc logout')).code).toBe(0)
  expect(issuer.forms.map(({ path }) => path)).toContain('/revoke')
})
