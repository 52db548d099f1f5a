import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { loadConfig } from '@geoclients/ogc-client/node'
import { afterAll, beforeAll, expect, test } from 'vitest'

const page = await readFile(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8')
const blocks = (language: string): string[] =>
  [...page.matchAll(/```(\w*)\n(.*?)```/gs)].flatMap(([, of, text]) => (of === language && text ? [text] : []))

let home = ''
let scripts = '' // within the workspace, so that packages are found
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'geoclients-docs-'))
  scripts = await mkdtemp(join(import.meta.dirname, '.docs-'))
  await mkdir(join(home, '.eozilla'))
  const [yaml = ''] = blocks('yaml')
  const withKey = yaml.replace('  api_key_header', '  api_key: hunter2\n  api_key_header')
  await writeFile(join(home, '.eozilla', 'config'), withKey, { mode: 0o600 })
  await writeFile(join(home, '.eozilla', 'config.staging'), 'api_url: https://staging.example.com/ogc\n')
})
afterAll(() => Promise.all([home, scripts].map((folder) => rm(folder, { recursive: true }))))

test.each(blocks('ts').map((code, at) => [at + 1, code] as const))(
  'example %i runs and prints what it says',
  async (at, code) => {
    const script = join(scripts, `example-${at}.ts`)
    await writeFile(script, code)
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script], {
      env: { PATH: process.env.PATH, HOME: home, NODE_NO_WARNINGS: '1' }
    })
    const promised = [...code.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm)].map(([, text]) => text)
    expect(stdout.split('\n').filter(Boolean)).toEqual(promised)
    expect(stderr).toBe('')
  }
)

test('what was saved as a copy has no secret', async () => {
  expect(await readFile(join(home, '.eozilla', 'config.copy'), 'utf8')).toBe(blocks('yaml')[0])
})

test('errors read as they are shown', async () => {
  const shown = blocks('')[0]?.trim().split('\n')
  const configPath = join(home, 'wrong')
  const message = async (text: string, env: Record<string, string> = {}): Promise<string> => {
    await writeFile(configPath, text, { mode: 0o600 })
    const error: unknown = await loadConfig({ configPath, env }).catch((reason: unknown) => reason)
    return (error as Error).message.replace(configPath, '~/.eozilla/config')
  }
  expect(shown).toEqual([
    await message('api_url: https://h\nauth:\n  auth_type: bearer\n'),
    await message('api_url: https://h\nauth:\n  auth_type: basic\n  username: ann\n  pasword: x\n'),
    await message('', { EOZILLA_API_URL: 'h' })
  ])
})
