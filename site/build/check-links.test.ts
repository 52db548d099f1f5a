import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkLinks } from './check-links.ts'

test('a page that is not there, and a fragment that is not on it, are told with the page that links to them', async () => {
  const site = await mkdtemp(join(tmpdir(), 'site-'))
  onTestFinished(() => rm(site, { recursive: true }))
  await writeFile(
    join(site, 'index.html'),
    '<h1 id="a">A</h1><a href="#a">a</a><a href="gone.html">b</a><a href="#c">c</a>'
  )
  await expect(checkLinks(site, '/', 1)).rejects.toThrow(/index\.html: gone\.html \(404\)/)
  await writeFile(join(site, 'gone.html'), '')
  await expect(checkLinks(site, '/', 1)).rejects.toThrow(/#c/)
})

test('a site below a path of its host links to that path', async () => {
  const site = await mkdtemp(join(tmpdir(), 'site-'))
  onTestFinished(() => rm(site, { recursive: true }))
  await mkdir(join(site, 'guide'))
  await writeFile(join(site, 'index.html'), '<a href="/docs/guide/jobs.html">a</a><a href="guide/jobs.html">b</a>')
  await writeFile(join(site, 'guide', 'jobs.html'), '<a href="/docs/">a</a>')
  await checkLinks(site, '/docs/', 3)
  await expect(checkLinks(site, '/', 1)).rejects.toThrow(/index\.html: docs\/guide\/jobs\.html \(404\)/)
})
