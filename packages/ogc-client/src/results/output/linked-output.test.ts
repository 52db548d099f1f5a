import { expect, test } from 'vitest'
import { clientOf, fakeServer, json } from '../../testing/fake-server.ts'
import { rejection } from '../../testing/rejection.ts'
import type { Output } from './types.ts'

const page = '<!doctype html><title>Gateway</title>'

/** An output by reference whose link says `type`, and which a page of HTML answers. */
async function answeredByPage(type?: string): Promise<Output> {
  const html = () => new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
  const link = { href: 'https://ogc.example/base/store/a', ...(type && { type }) }
  const client = clientOf(fakeServer({ 'GET /jobs/1/results': json({ a: link }), 'GET /store/a': html }))
  return (await client.getJobResults('1')).get('a')
}

test('a page where the link says another type is refused, however it is read', async () => {
  const output = await answeredByPage('text/plain')
  const refused = { code: 'media-type', message: expect.stringContaining('text/html instead of text/plain') }
  for (const read of ['text', 'json', 'blob', 'arrayBuffer', 'stream'] as const)
    expect(await rejection(output[read]()), read).toMatchObject(refused)
})

test('a page is an output where the link says HTML, or says nothing', async () => {
  for (const type of ['text/html', 'Text/HTML; charset=utf-8', 'application/xhtml+xml', undefined])
    expect(await (await answeredByPage(type)).text(), type).toBe(page)
})

test('what is labelled HTML and is no page is an output', async () => {
  const plain = () => new Response('12,13', { headers: { 'Content-Type': 'text/html' } })
  const link = { href: 'https://ogc.example/base/store/a', type: 'text/csv' }
  const client = clientOf(fakeServer({ 'GET /jobs/1/results': json({ a: link }), 'GET /store/a': plain }))
  expect(await (await client.getJobResults('1')).get('a').text()).toBe('12,13')
})
