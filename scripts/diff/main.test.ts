import { afterEach, beforeEach, expect, test } from 'vitest'
import { contract, demo, goodContract, TestWorkplace } from '../testing/workplace.ts'
import { main as diff } from './main.ts'

let work: TestWorkplace
beforeEach(async () => {
  work = await TestWorkplace.create()
  await work.commit()
})
afterEach(() => work.dispose())

const run = (...args: string[]): Promise<{ code: number; text: string }> => work.run(diff, args, [demo])

test('says that nothing changed', async () => {
  expect(await run()).toEqual({ code: 0, text: '## demo since HEAD: no change' })
})

test('lists what changed since the last commit, or since another', async () => {
  const report = "1 breaking\n- **Schema Size**\n  - breaking: Enum of `Size` lost values: 'large'."
  await work.write(contract, goodContract.replace('[small, large]', '[small]'))
  expect(await run()).toEqual({ code: 0, text: expect.stringContaining(report.split('\n').slice(1).join('\n')) })
  await work.commit()
  expect(await run()).toEqual({ code: 0, text: '## demo since HEAD: no change' })
  expect((await run('HEAD~1')).text).toContain("breaking: Enum of `Size` lost values: 'large'.")
})

test('all of a contract is added that was not there yet, at the last commit or at another', async () => {
  const fresh = { ...demo, name: 'fresh', contract: 'specs/fresh/openapi.yaml' }
  await work.write(fresh.contract, goodContract)
  const text = (await work.run(diff, [], [fresh])).text
  expect(text).toMatch(/^## fresh since HEAD: \d+ added\n/)
  expect(text).toContain('- **/things**\n  - added: It is new.')
  await work.commit()
  expect(await work.run(diff, ['HEAD~1'], [fresh])).toEqual({ code: 0, text: text.replace('HEAD', 'HEAD~1') })
})

test.for([
  ['a commit that does not exist', ['nothing'], `${contract} cannot be read at nothing (`],
  ['an option of git', ['--', '--output=x'], '--output=x is not a commit, tag or branch'],
  ['an option that does not exist', ['--since', 'x'], 'Usage: npm run specs:diff [-- REF]'],
  ['two commits', ['HEAD', 'HEAD'], 'One commit, tag or branch at most.']
] as const)('refuses %s', async ([, args, message]) => {
  const { code, text } = await run(...args)
  expect(code).toBe(1)
  expect(text).toContain(message)
})
