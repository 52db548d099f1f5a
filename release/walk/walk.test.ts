import { execFile } from 'node:child_process'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { main as diff } from '../../scripts/diff/main.ts'
import { type Edit, seeds } from '../../scripts/diff/seeds.ts'
import { atlas, atlasAfter } from '../../scripts/testing/atlas.ts'
import { grown, overlay, overlayForGrown, pulled, pulledWorkplace, served } from '../../scripts/testing/pulled.ts'
import { startServer } from '../../scripts/testing/server.ts'
import type { TestWorkplace } from '../../scripts/testing/workplace.ts'
import { marker } from '../../scripts/update/draft.ts'
import { main as update } from '../../scripts/update/main.ts'
import { brokenPrograms } from '../api/last-programs.ts'
import { packAll } from '../pack.ts'
import { changesetConfig, releasedAtlas } from './released-atlas.ts'

/*
 * From an edited contract to tarballs, in the order of docs/regenerating.md, each step twice. By default for a seed of each
 * outcome, most of which were once stopped on the way; with WALK=all for all of them, which takes minutes. The walk of a field
 * that becomes required is docs/transcripts/release.md (vitest -u).
 */
const walks = Object.entries(seeds).flatMap(([group, edits]) => edits.map((edit) => ({ group, edit })))
const told = /required\.push\(.note/
const spread = [told, /State.*enum\.push/, /oneOf.*null/, /required\.push\(.title/, /required\.reverse/]
const asked = walks.filter(({ edit }) => process.env.WALK === 'all' || spread.some((form) => form.test(`${edit}`)))
const named = asked.map(({ group, edit }, i) => [`${i + 1}. ${group}: ${nameOf(edit)}`, edit] as const)

const draft = '.changeset/spec-atlas.md'
const packageFolder = 'packages/atlas-client'
const api = [atlas]
let work: TestWorkplace

test.for(named)('%s', async ([, edit]) => {
  work = await releasedAtlas()
  await work.write(atlas.contract, atlasAfter(edit))
  const generated = await work.generate([], api)
  expect((await work.generate(['--check'], api)).text).toBe('Generated files are up to date.')

  const compared = (await work.run(diff, [], api)).text
  const first = await work.run(update, ['atlas'], api)
  expect(first.code).toBe(0)
  if (compared.endsWith('no change')) {
    expect(first.text).toBe('atlas is up to date.')
    return
  }
  const drafted = await work.tree()
  const again = await work.run(update, ['atlas'], api)
  expect(await work.tree()).toEqual(drafted)
  expect(withoutFiles(again.text)).toBe(withoutFiles(first.text))

  const refused = await version()
  expect(refused, 'a draft must be put into words').toContain('A changeset still says')
  const words = (await work.read(draft)).replace(`${marker}\n\n`, 'In words. ')
  await work.write(draft, words)
  if (!first.text.includes('Everything compiles.')) await work.write('examples/use/main.ts', 'export {}\n')
  expect(await brokenPrograms(work.root), 'the check refuses the drafted bump').toBeUndefined()
  await work.commit()

  await version()
  const released = await work.tree()
  await version()
  expect(await work.tree()).toEqual(released)
  const expected = words.includes('": minor') ? '0.3.0' : '0.2.1'
  expect(JSON.parse(await work.read(`${packageFolder}/package.json`)).version).toBe(expected)
  const changelog = await work.read(`${packageFolder}/CHANGELOG.md`)
  expect(changelog).toContain('In words. The types follow Atlas')
  expect(await brokenPrograms(work.root), 'the check refuses the change that releases').toBeUndefined()
  const tarballs = await packAll(work.root, join(work.root, 'tarballs'), 'https://forge.test/owner/name')
  const packed = Object.values(tarballs).map((path) => basename(path))
  expect(packed).toEqual([`01-geoclients-client-core-${expected}.tgz`, `02-geoclients-atlas-client-${expected}.tgz`])

  if (told.test(`${edit}`)) {
    await expect(
      transcript([
        ['`note` becomes a required field of `NewTile`. The types follow.', 'npm run generate', generated.text],
        ['What does that mean for those who use the client?', 'npm run specs:diff', compared],
        ['The report, and a drafted changeset.', 'npm run specs:update -- atlas', first.text],
        ['Nobody has put the changeset into words yet.', 'npx changeset version', reasonIn(refused)],
        ['The program is mended, and the changeset has words.', `cat ${draft}`, words.trim()],
        ['Once the pull request "Version packages" has them:', `cat ${packageFolder}/CHANGELOG.md`, changelog.trim()],
        ['What the rehearsal uses, and a release publishes.', 'npm run release:pack -- tarballs', packed.join('\n')]
      ])
    ).toMatchFileSnapshot('../../docs/transcripts/release.md')
  }
})

test('a contract that is pulled from a server', async () => {
  const server = await startServer()
  server.answers['/openapi.json'] = [200, JSON.stringify(served)]
  work = await pulledWorkplace(server.origin)
  await work.write('.changeset/config.json', { ...(await changesetConfig()), fixed: [] })
  await work.commit()

  server.answers['/openapi.json'] = [200, JSON.stringify(grown)]
  await work.write(overlay, overlayForGrown)
  for (let twice = 0; twice < 2; twice++) {
    await work.pull(['pulled', '--from', server.origin], [pulled])
    await work.generate([], [pulled])
    expect((await work.run(diff, [], [pulled])).text).toContain('## pulled since HEAD: 1 added, 1 cosmetic')
    const { text } = await work.run(update, ['pulled', '--from', server.origin], [pulled])
    expect(text).toContain('# Update of pulled: 1 added, 1 cosmetic')
    expect(text).toContain('- **/sum**\n  - added: It is new.')
    expect(text).toContain('- Let the client take it, or do not announce it: /sum: It is new.')
  }
  const path = '.changeset/spec-pulled.md'
  expect(await work.read(path)).toBe(
    `---\n"@geoclients/pulled": minor\n---\n\n${marker}\n\nThe types follow Ours, version 4.1.\n\n- **/sum**\n  - added: It is new.\n`
  )
  await work.write(path, (await work.read(path)).replace(`${marker}\n\n`, 'In words. '))
  await work.commit()
  await version()
  expect(JSON.parse(await work.read('packages/pulled/package.json')).version).toBe('1.3.0')
  expect(await work.read('packages/pulled/CHANGELOG.md')).toContain('In words. The types follow Ours, version 4.1.')
  await work.commit()
  expect((await work.run(update, ['pulled', '--from', server.origin], [pulled])).text).toBe('pulled is up to date.')
})

function version(): Promise<string> {
  const bin = join(import.meta.dirname, '../../node_modules/@changesets/cli/bin.js')
  return promisify(execFile)(process.execPath, [bin, 'version'], { cwd: work.root }).then(
    ({ stdout, stderr }) => stdout + stderr,
    ({ stdout, stderr }) => stdout + stderr
  )
}

const withoutFiles = (report: string): string => report.replace(/(?<=## Files\n\n)[\s\S]*?(?=\n\n##)/, '')

/** The line of its output that says why it stopped. */
const reasonIn = (output: string): string => /A changeset still says.*/.exec(output)?.[0] ?? ''

function nameOf(edit: Edit): string {
  return `${edit}`.replaceAll(/\s+/g, ' ').slice(0, 90)
}

function transcript(steps: readonly (readonly [title: string, command: string, output: string])[]): string {
  const parts = steps.map(
    ([title, command, output], i) => `## ${i + 1}. ${title}\n\n\`\`\`\`text\n$ ${command}\n${output}\n\`\`\`\``
  )
  const head = '# Transcript: from a contract to a release\n\nWritten by `release/walk/walk.test.ts`. Do not edit.'
  return `${[head, ...parts].join('\n\n')}\n`
}
