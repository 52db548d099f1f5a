import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from './links.ts'

let root: string
let lines: string[]
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'links-'))
  lines = []
  await write({
    'docs/README.md': '# Documentation\n\n- [001](decisions/001-a.md)\n',
    'docs/decisions/001-a.md': '# 001\n'
  })
})
afterEach(() => rm(root, { recursive: true }))

async function write(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
}

const run = (): Promise<number> => main({ root, apis: [], print: (line) => lines.push(line) })

test('links to files, folders, headings and other places are right', async () => {
  await write({
    'README.md': [
      '# A title: `code`, [a link](docs/README.md) & _more_',
      '[here](#a-title-code-a-link--_more_) [folder](docs/decisions) [there](docs/README.md#documentation)',
      '[second](#twice-1) [id](#by-hand) [elsewhere](https://example.com/none) [titled](docs/README.md "Docs") [ref]',
      '## Twice',
      '## Twice',
      '<a id="by-hand"></a>',
      '[ref]: docs/README.md'
    ].join('\n')
  })
  expect(await run(), lines.join('\n')).toBe(0)
  expect(lines).toEqual(['All links of 3 pages lead somewhere'])
})

test('a link that leads nowhere is named with its line and reason', async () => {
  await write({
    'README.md':
      'a\n\n[file](docs/none.md)\n[heading](docs/README.md#none) [own](#none)\n[out](../x)\n\n[ref]: none.md\n'
  })
  expect(await run()).toBe(1)
  expect(lines).toEqual([
    'README.md:3: docs/none.md: there is no docs/none.md',
    'README.md:4: docs/README.md#none: docs/README.md has no heading "none"',
    'README.md:4: #none: README.md has no heading "none"',
    'README.md:5: ../x: leaves the repository',
    'README.md:7: none.md: there is no none.md',
    'Findings: 5'
  ])
})

test('code and comments hold neither links nor headings', async () => {
  await write({
    'README.md': '`[a](none)`\n\n```md\n# Heading\n[b](none)\n```\n\n<!-- [c](none) -->\n\n[d](#heading)\n'
  })
  expect(await run()).toBe(1)
  expect(lines).toEqual(['README.md:10: #heading: README.md has no heading "heading"', 'Findings: 1'])
})

test('decisions have numbers of their own and are listed', async () => {
  await write({ 'docs/decisions/001-b.md': '# 001\n', 'docs/decisions/c.md': '# c\n' })
  expect(await run()).toBe(1)
  expect(lines).toEqual([
    'docs/decisions/c.md: begins with no number',
    'docs/decisions: 001-a.md and 001-b.md have one number',
    'docs/decisions/001-b.md: docs/README.md does not list it',
    'docs/decisions/c.md: docs/README.md does not list it',
    'Findings: 4'
  ])
})
