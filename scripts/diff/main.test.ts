import { beforeEach, expect, test } from 'vitest'
import { atlas, atlasText } from '../testing/atlas.ts'
import { type Said, TestWorkplace } from '../testing/workplace.ts'
import { main as diff } from './main.ts'

let work: TestWorkplace
beforeEach(async () => {
  work = await TestWorkplace.create({ [atlas.contract]: atlasText })
  await work.commit()
})

const run = (...args: string[]): Said => work.run(diff, args, [atlas])

test('lists what changed since the last commit, or since another', async () => {
  const same = { code: 0, text: '## atlas since HEAD: no change' }
  expect(await run()).toEqual(same)
  await work.write(atlas.contract, atlasText.replace('[idle, busy]', '[idle]'))
  const list = '1 warning\n- **Schema State**\n  - warning: `enum` changed from ["idle","busy"] to ["idle"].'
  expect(await run()).toEqual({ code: 0, text: `## atlas since HEAD: ${list}` })
  await work.commit()
  expect(await run()).toEqual(same)
  expect(await run('HEAD~1')).toEqual({ code: 0, text: `## atlas since HEAD~1: ${list}` })
})

test('all of a contract is added that was not there yet, at the last commit or at another', async () => {
  const fresh = { ...atlas, name: 'fresh', contract: 'specs/fresh/openapi.yaml' }
  await work.write(fresh.contract, atlasText)
  const { text } = await work.run(diff, [], [fresh])
  expect(text).toMatch(/^## fresh since HEAD: \d+ added\n/)
  expect(text).toContain('- **/tiles**\n  - added: It is new.')
  await work.commit()
  expect(await work.run(diff, ['HEAD~1'], [fresh])).toEqual({ code: 0, text: text.replace('HEAD', 'HEAD~1') })
})

test.for([
  ['a commit that does not exist', ['nothing'], `${atlas.contract} cannot be read at nothing (`],
  ['an option of git', ['--', '--output=x'], '--output=x is not a commit, tag or branch'],
  ['an option that does not exist', ['--since', 'x'], 'Usage: npm run specs:diff [-- REF]'],
  ['two commits', ['HEAD', 'HEAD'], 'One commit, tag or branch at most.']
] as const)('refuses %s', async ([, args, message]) => {
  expect(await run(...args)).toEqual({ code: 1, text: expect.stringContaining(message) })
})
