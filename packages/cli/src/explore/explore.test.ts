import { expect, test } from 'vitest'
import { cli } from '../testing/cli.ts'
import { terminal } from '../testing/pty.ts'
import { ogcServer } from '../testing/servers.ts'

const ctrlC = '\u0003'

test('the built program serves the page and forwards to the named server, until Ctrl-C', async () => {
  const { url } = await ogcServer()
  const serving = terminal(['explore', url])
  const said = await serving.until(/http:\/\/127\.0\.0\.1:\d+\S+\s/)
  const page = /http:\S+/.exec(said)?.[0] ?? ''
  expect(new URL(page).searchParams.get('ogc')).toBe(
    `${url}/`.replace(/\/+$/, new URL(url).pathname === '/' ? '/' : '')
  )
  expect(await (await fetch(page)).text()).toContain('geoclients-forwarded')
  const forwarded = await fetch(new URL(`/via/0${new URL(`${url}/processes`).pathname}`, page))
  expect(await forwarded.json()).toHaveProperty('processes')
  serving.type(ctrlC)
  expect(await serving.exit).toBe(0)
})

test.each([
  ['https://ann:secret@example.com/ogc', 'a user name or a password'],
  ['https://example.com/ogc?key=secret', 'a query, which may be a key'],
  ['ftp://example.com', 'expected an address such as https://example.com/ogc']
])('an address that cannot be used is told, and never repeated', async (address, why) => {
  for (const args of [[address], ['--cas', address]]) {
    const { code, stdout, stderr } = await cli(['explore', ...args])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(why)
    expect(stderr).not.toContain('secret')
  }
})

test.each(['99999', '65536', '-1', '80.5', 'http'])(
  '--port %s is refused with the range, before anything is served',
  async (given) => {
    for (const command of [['explore'], ['ogc', 'mock'], ['cas', 'mock']]) {
      const { code, stdout, stderr } = await cli([...command, '--port', given])
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toContain(`'${given}' is invalid. Expected a port from 0 to 65535.`)
    }
  }
)
