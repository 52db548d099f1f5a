import { execFileSync } from 'node:child_process'
import { chmod, mkdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeError } from '../../testing/make-error.ts'
import { rejection } from '../../testing/rejection.ts'
import { configHome } from '../testing/config-home.ts'
import { readConfigFile } from './file.ts'

test('a file has its text and its permissions', async () => {
  const { path } = await configHome('a: é\n', 0o640)
  expect(await readConfigFile(path, makeError)).toEqual({ text: 'a: é\n', mode: 0o640, risk: undefined })
})

test('a file that is not there is none', async () => {
  const { home, path } = await configHome('x')
  expect(await readConfigFile(`${home}/nope/config`, makeError)).toBeUndefined()
  expect(await readConfigFile(`${path}/config`, makeError)).toBeUndefined()
})

test('what is no text is refused', async () => {
  const { path } = await configHome(new Uint8Array([0x61, 0xff, 0xfe]))
  const error = await rejection(readConfigFile(path, makeError))
  expect(error).toMatchObject({ code: 'config', message: `${path} is not UTF-8: expected YAML or JSON in UTF-8` })
})

test('a folder is refused', async () => {
  const { path } = await configHome()
  await mkdir(path, { recursive: true })
  const error = await rejection(readConfigFile(path, makeError))
  expect(error).toMatchObject({ code: 'config', message: `${path} is a folder: expected a file of YAML or JSON` })
})

test('a named pipe and a device without end are refused, not waited for', async () => {
  const { home } = await configHome()
  const [pipe, zero] = [join(home, 'pipe'), join(home, 'zero')]
  execFileSync('mkfifo', [pipe])
  await symlink('/dev/zero', zero)
  const messages = [pipe, zero].map(async (path) => (await rejection(readConfigFile(path, makeError))).message)
  expect(await Promise.all(messages)).toEqual([
    `${pipe} is a named pipe: expected a file of YAML or JSON`,
    `${zero} is a device: expected a file of YAML or JSON`
  ])
})

test('a file that others could change says so', async () => {
  const { path } = await configHome('a: x')
  const risk = async () => (await readConfigFile(path, makeError))?.risk
  await chmod(path, 0o620)
  expect(await risk()).toBe(`can be changed by others (mode 620): chmod go-w ${path}`)
  await chmod(path, 0o600)
  await chmod(dirname(path), 0o770)
  expect(await risk()).toBe(`is in a folder that others may write to (mode 770): chmod go-w ${dirname(path)}`)
})

test('a file that cannot be settings by its length is not read', async () => {
  const { path } = await configHome('#'.repeat(64 * 1024 + 1))
  const { message } = await rejection(readConfigFile(path, makeError))
  expect(message).toBe(`${path} is 65537 bytes long: expected at most 65536`)
})
