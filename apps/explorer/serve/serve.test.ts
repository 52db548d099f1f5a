import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedExplorer, serveExplorer } from './serve.ts'

let folder: string
let service: Server
let ogc: string
let site: ServedExplorer
let seen: { url?: string; headers: NodeJS.Dict<string | string[]>; body: string }[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explorer-'))
  await writeFile(join(folder, 'index.html'), '<html><head></head><body></body></html>')
  service = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    seen.push({ ...(request.url && { url: request.url }), headers: request.headers, body })
    if (request.url === '/ogc/moved') return void response.writeHead(307, { Location: '/ogc/new?a=1' }).end()
    if (request.url === '/ogc/away') return void response.writeHead(302, { Location: 'https://example.com/' }).end()
    response.writeHead(201, { Location: `${ogc}/jobs/1`, 'Set-Cookie': 'a=b', 'Content-Type': 'application/json' })
    response.end('{"status":"accepted"}')
  })
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done))
  ogc = `http://127.0.0.1:${(service.address() as AddressInfo).port}/ogc`
  site = await serveExplorer({ folder, ogc })
})
afterAll(async () => {
  await site.close()
  service.close().closeAllConnections()
  await rm(folder, { recursive: true })
})

const ask = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(new URL(path, site.url), { redirect: 'manual', ...init })

test('the page knows which server it reaches by which path', async () => {
  const page = await (await fetch(site.url)).text()
  expect(page).toContain(`{&quot;${new URL(ogc).origin}&quot;:&quot;/via/0&quot;}`)
  expect(new URL(site.url).searchParams.get('ogc')).toBe(ogc)
})

test('a request goes to the server with its body and credentials, without cookies and the name of the page', async () => {
  seen = []
  const headers = {
    Authorization: 'Bearer x',
    Cookie: 'secret=1',
    Prefer: 'respond-async',
    Origin: new URL(site.url).origin
  }
  const answer = await ask('/via/0/ogc/processes/a/execution?x=1', { method: 'POST', headers, body: '{"inputs":{}}' })
  expect([answer.status, await answer.json()]).toEqual([201, { status: 'accepted' }])
  expect(answer.headers.get('Location')).toBe(`${ogc}/jobs/1`)
  expect(answer.headers.get('Set-Cookie')).toBeNull()
  expect(seen).toMatchObject([{ url: '/ogc/processes/a/execution?x=1', body: '{"inputs":{}}' }])
  expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer x', prefer: 'respond-async' })
  expect(seen[0]?.headers).not.toHaveProperty('cookie')
  expect(seen[0]?.headers).not.toHaveProperty('origin')
})

test('a redirect within the server stays behind the proxy, one to elsewhere does not', async () => {
  expect((await ask('/via/0/ogc/moved')).headers.get('Location')).toBe('/via/0/ogc/new?a=1')
  expect((await ask('/via/0/ogc/away')).headers.get('Location')).toBe('https://example.com/')
})

test.each(['/via/1/ogc', '/via/0', '/../package.json', '/%2e%2e/package.json', '/none.html', '/%00'])(
  '%s is not there',
  async (path) => expect((await ask(path)).status).toBe(404)
)

test('no other page may use it', async () => {
  seen = []
  expect((await ask('/via/0/ogc', { headers: { Origin: 'https://evil.example' } })).status).toBe(403)
  expect(seen).toEqual([])
})

test('a server that is down is told as such', async () => {
  const down = await serveExplorer({ folder, ogc: 'http://127.0.0.1:9/ogc' })
  const answer = await fetch(new URL('/via/0/ogc', down.url))
  expect([answer.status, (await answer.json()).detail]).toEqual([502, expect.stringContaining('does not answer')])
  await down.close()
})
