import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Said, TestWorkplace } from '../testing/workplace.ts'
import { demoContract } from './demo-contract.ts'
import { main } from './main.ts'
import { repositoryCopy } from './repository-copy.ts'

const run = promisify(execFile)
let copy = ''

beforeAll(async () => {
  copy = await repositoryCopy()
  await writeFile(join(copy, 'demo.yaml'), demoContract)
})
afterAll(() => rm(copy, { recursive: true, force: true }))

const newClient = (...args: string[]): Said => new TestWorkplace(copy).run(main, args, [])

const refused: [what: string, args: string[], message: string][] = [
  ['no name', ['--contract', 'demo.yaml'], 'There is no NAME for the new client\nUsage: npm run new:client --'],
  ['two names', ['a', 'b', '--contract', 'demo.yaml'], 'There is more than one NAME: a, b'],
  ['no contract', ['demo'], 'There is no --contract FILE'],
  [
    'a name that no package has',
    ['My-Api', '--contract', 'demo.yaml'],
    'NAME must be 2 to 31 small letters and digits'
  ],
  ['a word of the language', ['class', '--contract', 'demo.yaml'], 'NAME must not be the word class'],
  ['the name of every client', ['client', '--contract', 'demo.yaml'], 'NAME must not be the word client'],
  ['the name of a client', ['cas', '--contract', 'demo.yaml'], 'The name cas is taken: packages/cas-client'],
  ['the name of a package', ['cli', '--contract', 'demo.yaml'], 'The name cli is taken: packages/cli'],
  ['a contract that is not there', ['demo', '--contract', 'none.yaml'], 'none.yaml'],
  ['a contract that is none', ['demo', '--contract', 'package.json'], 'package.json is not an OpenAPI 3 document']
]

test.each(refused)('%s is refused before anything is written', async (_, args, message) => {
  const { stdout: before } = await run('ls', ['-R', 'packages', 'specs', 'docs'], { cwd: copy, maxBuffer: 2 ** 26 })
  const { code, text } = await newClient(...args)
  expect([code, text]).toEqual([1, expect.stringContaining(message)])
  expect((await run('ls', ['-R', 'packages', 'specs', 'docs'], { cwd: copy, maxBuffer: 2 ** 26 })).stdout).toBe(before)
})

test.each([
  ['without operationIds', (text: string) => text.replace(/^ *operationId: listThings\n/m, ''), 'operationId'],
  ['without x-safe', (text: string) => text.replace(/^ *x-safe: true\n/m, ''), 'x-safe'],
  [
    'with the name of a member',
    (text: string) => text.replace('getPicture', 'close'),
    'cannot be the name of a method'
  ],
  [
    'with the name of a promise',
    (text: string) => text.replace('getPicture', 'then'),
    'cannot be the name of a method'
  ],
  ['with a parameter that is no name', (text: string) => text.replaceAll('class', '2nd'), 'cannot be a name']
])('a contract %s is refused', async (_, change, message) => {
  await writeFile(join(copy, 'changed.yaml'), change(demoContract))
  expect(await newClient('demo', '--contract', 'changed.yaml')).toEqual({
    code: 1,
    text: expect.stringContaining(message)
  })
  await rm(join(copy, 'changed.yaml'))
})
