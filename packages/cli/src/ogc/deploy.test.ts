import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { cli } from '../testing/cli.ts'

/** A server that takes any package: no mock here offers Part 2. */
async function deployer() {
  const seen: string[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    seen.push([request.method, request.url, request.headers['content-type'] ?? '', body].join(' ').trim())
    if (request.method === 'POST') {
      response.writeHead(201, { 'content-type': 'application/json', location: '/processes/echo' })
      response.end('{"id":"echo","version":"1.0.0","jobControlOptions":["sync-execute"]}')
    } else response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const run = (args: readonly string[], stdin = '') =>
    cli(['ogc', ...args, '--base-url', `http://127.0.0.1:${port}`], { stdin })
  return { seen, run }
}

test('deploy and replace send the package of a file or of the pipe', async () => {
  const { seen, run } = await deployer()
  const cwl = 'cwlVersion: v1.2\nclass: Workflow\n'
  const { code, stdout } = await run(['deploy', '-', '--workflow', 'main'], cwl)
  expect([code, stdout]).toEqual([0, expect.stringContaining('processID\techo\n')])
  await run(['replace', 'echo', '-'], '{"cwlVersion":"v1.2"}')
  expect(seen).toEqual([
    `POST /processes?w=main application/cwl ${cwl}`.trim(),
    'PUT /processes/echo application/cwl+json {"cwlVersion":"v1.2"}'
  ])
  expect(await run(['deploy', '-'])).toMatchObject({ code: 1, stderr: expect.stringContaining('expected a package') })
})

test('undeploy asks first', async () => {
  const { seen, run } = await deployer()
  expect(await run(['undeploy', 'echo'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('To confirm: --yes')
  })
  expect(seen).toEqual([])
  expect(await run(['undeploy', 'echo', '--yes'])).toMatchObject({ code: 0, stderr: 'echo was removed.\n' })
  expect(seen).toEqual(['DELETE /processes/echo'])
})
