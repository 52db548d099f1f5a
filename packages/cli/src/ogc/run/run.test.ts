import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliOptions, cli } from '../../testing/cli.ts'
import { ogcServer } from '../../testing/servers.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function ogc(args: readonly string[], options?: CliOptions) {
  const { url, mock } = await ogcServer()
  const run = (more: readonly string[]) => cli(['ogc', ...more, '--base-url', url], options)
  return { ...(await run(args)), run, mock }
}

test('run: results as a table, as JSON, and as files', async () => {
  const { code, stdout, stderr, run } = await ogc(['run', 'primes_between', '-i', 'min_val=1', '-i', 'max_val=20'])
  expect([code, stdout]).toEqual([0, 'return_value\t[2,3,5,7,11,13,17,19]\t\n'])
  expect(stderr).toMatch(/^starting primes_between\n(.*\n)*primes_between · job-1 · successful · 100 %\n$/)
  const json = await run(['run', 'primes_between', '-i', 'max_val=4', '--json', '--quiet'])
  expect([JSON.parse(json.stdout), json.stderr]).toEqual([{ return_value: [2, 3] }, ''])
  const out = join(folder, 'out')
  const saved = await run(['run', 'tile_thumbnail', '-o', out, '--quiet'])
  expect(saved.stdout).toContain(`thumbnail\t${join(out, 'thumbnail.png')}\t`)
  expect((await readdir(out)).sort()).toEqual(['extent.json', 'thumbnail.png'])
  expect((await readFile(join(out, 'thumbnail.png'))).subarray(1, 4).toString()).toBe('PNG')
})

test('--wait-timeout ends the wait, and the job goes on', async () => {
  const start = ['run', 'sleep_a_while', '-i', 'duration=600', '--wait-timeout', '1']
  const { code, stderr, run, mock } = await ogc(start)
  expect([code, stderr]).toEqual([3, expect.stringMatching(/did not end within 1000 ms.*\nThe job continues\./s)])
  const again = await run(['wait', 'job-1', '--wait-timeout', '1', '--quiet'])
  expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('did not end within 1000 ms')])
  expect(mock.requests.some(({ method }) => method === 'DELETE')).toBe(false)
})

test('inputs: JSON, text where the process wants it, files, the pipe, several, a request', async () => {
  const file = join(folder, 'array.json')
  await writeFile(file, '[4, 5]')
  const { stdout, code, stderr, run } = await ogc(
    [
      'run',
      'echo_inputs',
      '-i',
      'literal=123',
      '-i',
      `array=@${file}`,
      '-i',
      'names=red',
      '-i',
      'names=blue',
      '--json'
    ],
    { stdin: '{"inputs": {"literal": "from the pipe", "array": [9]}}' }
  )
  expect([code, stderr.includes('error')]).toEqual([0, false])
  expect(JSON.parse(stdout)).toMatchObject({ literal: '123', array: [4, 5], names: ['red', 'blue'] })
  const piped = JSON.parse((await run(['run', 'echo_inputs', '-r', '-', '-i', 'literal=x', '--json'])).stdout)
  expect(piped).toMatchObject({ literal: 'x', array: [9] })
})

test.each([
  [['run', 'primes_between', '-i', 'min_val=abc'], 1, '/min_val: must be a whole number'],
  [['run', 'primes_between', '-i', 'min_val'], 1, 'expected name=value or name=@file'],
  [['run', 'primes_between', '-i', 'min_val=@/nowhere/x'], 1, '/nowhere/x: there is no such file or folder'],
  [['run', 'primes_between', '-r', '/nowhere/x'], 1, '/nowhere/x: there is no such file'],
  [['run', 'nope'], 2, 'To list the processes: geoclients ogc processes'],
  [['run', 'sleep_a_while', '-i', 'duration=0', '-i', 'fail=true'], 2, 'error: '],
  [['run', 'primes_between', '-o', '/dev/null/x', '--quiet'], 1, '/dev/null is a file, expected a folder'],
  [['wait', 'nope'], 2, 'To list the jobs: geoclients ogc jobs'],
  [['results', 'nope'], 2, 'To list the jobs: geoclients ogc jobs'],
  [['login', '--config', '/nowhere/c'], 1, '/nowhere/c']
])('%j ends with %i: %s', async (args, expected, message) => {
  const { code, stderr } = await ogc(args)
  expect([code, stderr]).toEqual([expected, expect.stringContaining(message)])
})

test('inputs that cannot be right are not sent, unless that is wanted', async () => {
  const { mock, run } = await ogc(['run', 'primes_between', '-i', 'min_val=abc'])
  const posts = (): number => mock.requests.filter(({ method }) => method === 'POST').length
  expect(posts()).toBe(0)
  expect((await run(['run', 'primes_between', '-i', 'min_val=abc', '--no-validate'])).code).toBe(2)
  expect(posts()).toBe(1)
})

test('a job is detached, waited for, shown, dismissed', async () => {
  const { stdout, run } = await ogc([
    'run',
    'sleep_a_while',
    '-i',
    'duration=0.2',
    '--mode',
    'async',
    '--detach',
    '--json'
  ])
  const { jobID } = JSON.parse(stdout)
  expect((await run(['wait', jobID])).stdout).toBe('return_value\t0.2\t\n')
  expect((await run(['results', jobID])).stdout).toBe('return_value\t0.2\t\n')
  expect((await run(['job', jobID])).stdout).toContain('status\tsuccessful\n')
  expect((await run(['jobs', '--json', '--status', 'successful'])).stdout).toContain(jobID)
  expect((await run(['dismiss', jobID])).code).toBe(0)
  expect(JSON.parse((await run(['jobs', '--json'])).stdout)).toEqual([])
})

test('execute sends once, and shows the job', async () => {
  const { stdout, mock } = await ogc(['execute-process', 'sleep_a_while', '-i', 'duration=600'])
  expect(stdout).toContain('job\tjob-1\n')
  expect(mock.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('create-request writes what validate takes, and says what is wrong', async () => {
  const file = join(folder, 'request.yaml')
  const { code, run } = await ogc(['create-request', 'primes_between', '-i', 'max_val=7', '-o', file])
  expect(code).toBe(0)
  expect(await readFile(file, 'utf8')).toContain('max_val: 7')
  expect(await run(['validate', 'primes_between', '-r', file])).toMatchObject({
    code: 0,
    stdout: 'The inputs are valid.\n'
  })
  const wrong = await run(['validate', 'primes_between', '-r', file, '-i', 'min_val=x', '--json'])
  expect(wrong.code).toBe(1)
  expect(JSON.parse(wrong.stdout)).toMatchObject([{ pointer: '/min_val', value: 'x' }])
})

test('types: written, checked, and told when they are stale', async () => {
  const file = join(folder, 'processes.ts')
  const { code, run } = await ogc(['types', '-o', file])
  expect(code).toBe(0)
  expect(await readFile(file, 'utf8')).toContain('export interface Processes')
  expect((await run(['types', '-o', file, '--check'])).code).toBe(0)
  await writeFile(file, '// other')
  const stale = await run(['types', '-o', file, '--check'])
  expect([stale.code, stale.stderr]).toEqual([
    1,
    expect.stringMatching(/out of date\nTo update it: geoclients ogc types/)
  ])
  expect((await run(['types', '--watch'])).stderr).toContain('--watch and --check need -o FILE')
})

test('four or six numbers are a bounding box, where the process expects one', async () => {
  const { code, stdout, run, mock } = await ogc(['run', 'bbox_area', '-i', 'bbox=7,46,8,47', '--quiet'])
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^area\t/)])
  expect(mock.requests.findLast(({ method }) => method === 'POST')?.body).toBe(
    '{"inputs":{"bbox":{"bbox":[7,46,8,47]}}}'
  )
  const wrong = await run(['run', 'bbox_area', '-i', 'bbox=7,46,8', '--quiet'])
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('/bbox: must be an object, not "7,46,8"')])
})

test('a file in place of the folder for outputs is refused before a process runs', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, 'mine')
  for (const output of [file, join(file, 'deeper')]) {
    const { code, stderr, mock } = await ogc(['run', 'primes_between', '-o', output])
    expect([code, stderr]).toEqual([1, `error: ${file} is a file, expected a folder\n`])
    expect(mock.requests).toEqual([])
  }
})

test('a request file that is broken is told by its name; a file in no folder, too', async () => {
  const file = join(folder, 'broken.json')
  await writeFile(file, '{"inputs":{')
  const { stderr, run } = await ogc(['run', 'primes_between', '-r', file])
  expect(stderr).toMatch(`error: ${file} is neither JSON nor YAML: `)
  const nowhere = join(folder, 'none', 'processes.ts')
  expect((await run(['types', '-o', nowhere])).stderr).toBe(`error: ${nowhere}: there is no such file or folder\n`)
})
