import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cli } from '../testing/cli.ts'
import { program } from '../testing/program.ts'

test.each([
  [[''], ['ogc', 'cas', 'doctor', 'explore', 'completion']],
  [['o'], ['ogc']],
  [
    ['ogc', 'proc'],
    ['processes', 'process']
  ],
  [['ogc', 'run', 'ndvi', '--mo'], ['--mode']],
  [
    ['ogc', 'run', 'ndvi', '--mode', ''],
    ['auto', 'sync', 'async']
  ],
  [
    ['ogc', 'run', '--json', 'ndvi', '--mode', 'a'],
    ['auto', 'async']
  ],
  [
    ['cas', 'extract', '-f', 'geo'],
    ['geojson', 'geojsonl']
  ],
  [['cas', 'extract', '-o', ''], []],
  [['nothing', 'like'], []]
])('%j may go on with %j', async (words, expected) => {
  const { stdout, code } = await cli(['complete', '--', ...words])
  expect([code, stdout.split('\n').filter(Boolean)]).toEqual([0, expected])
})

test('bash completes by its script', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bash-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  symlinkSync(process.execPath, join(folder, 'node'))
  const { stdout: script } = await cli(['completion', 'bash'])
  const line = 'COMP_WORDS=(geoclients ogc dis); COMP_CWORD=2; _geoclients; echo "$COMPREPLY"'
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` }
  const shim = `geoclients() { node ${program} "$@"; }`
  expect(execFileSync('bash', ['-c', `${shim}\n${script}\n${line}`], { env }).toString()).toBe('dismiss\n')
})

test('there is a script for each shell', async () => {
  expect((await cli(['completion', 'zsh'])).stdout).toContain('compdef _geoclients geoclients')
  expect((await cli(['completion', 'fish'])).stdout).toContain('complete -c geoclients')
  expect((await cli(['completion', 'cmd'])).stderr).toContain('Allowed choices are bash, zsh, fish')
})
