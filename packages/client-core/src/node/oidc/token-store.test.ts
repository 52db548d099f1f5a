import { execFileSync } from 'node:child_process'
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { rejection } from '../../testing/rejection.ts'
import { fileTokenStore, type TokenStore } from './token-store.ts'

const ann = { issuer: 'https://login.example', clientId: 'tool' }
let folder: string
let path: string
let store: TokenStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geoclients-'))
  path = join(folder, 'private', 'tokens.json')
  store = fileTokenStore(path)
})
afterEach(() => rm(folder, { recursive: true }))

const mode = async (of: string) => ((await stat(of)).mode & 0o777).toString(8)

test('what is saved is loaded, by another store too, until it is deleted', async () => {
  const token = { accessToken: 'a', refreshToken: 'r', expiresAt: 5, lifetime: 3 }
  expect(await store.load(ann)).toBeUndefined()
  await store.save(ann, token)
  expect(await fileTokenStore(path).load(ann)).toEqual(token)
  await store.save(ann, { accessToken: 'b' })
  expect(await store.load(ann)).toEqual({ accessToken: 'b' })
  await store.delete(ann)
  expect(await store.load(ann)).toBeUndefined()
})

test('each issuer and client has its own, whatever they are called', async () => {
  const keys = [
    ann,
    { ...ann, clientId: '__proto__' },
    { ...ann, issuer: 'https://login.example/2' },
    { issuer: '', clientId: 'https://login.exampletool' }
  ]
  for (const [i, key] of keys.entries()) await store.save(key, { accessToken: `t${i}` })
  expect(await Promise.all(keys.map(async (key) => (await store.load(key))?.accessToken))).toEqual([
    't0',
    't1',
    't2',
    't3'
  ])
})

test('only the owner can read the file and its folder, whatever the umask', async () => {
  const before = process.umask(0)
  try {
    await store.save(ann, { accessToken: 'a' })
  } finally {
    process.umask(before)
  }
  expect([await mode(path), await mode(join(folder, 'private'))]).toEqual(['600', '700'])
})

test('changes at the same time are all kept, and no draft is left', async () => {
  const keys = Array.from({ length: 20 }, (_, i) => ({ ...ann, clientId: `c${i}` }))
  await Promise.all(keys.map((key) => store.save(key, { accessToken: key.clientId })))
  expect((await Promise.all(keys.map((key) => store.load(key)))).map((token) => token?.accessToken)).toEqual(
    keys.map(({ clientId }) => clientId)
  )
  expect(await readdir(join(folder, 'private'))).toEqual(['tokens.json'])
})

test('the file says its version', async () => {
  await store.save(ann, { accessToken: 'a' })
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ version: 1, tokens: [{ ...ann, accessToken: 'a' }] })
})

const entry = (more: object): string =>
  JSON.stringify({ version: 1, tokens: [{ ...ann, accessToken: 'hunter2', ...more }] })

test.each<[string, unknown]>([
  ['no object', null],
  ['without a token', { issuer: ann.issuer, clientId: 'other' }],
  ['with an end that is no number', { ...ann, clientId: 'other', accessToken: 'b', expiresAt: null }],
  ['with a refresh token that is no text', { ...ann, clientId: 'other', accessToken: 'b', refreshToken: ['r'] }],
  ['with a line break in its token', { ...ann, clientId: 'other', accessToken: 'b\r\nX-Admin: 1' }],
  ['with a line break in its refresh token', { ...ann, clientId: 'other', accessToken: 'b', refreshToken: 'r\n' }],
  ['of nested lists', [[['b']]]]
])('an entry %s costs itself alone', async (_, wrong) => {
  path = join(folder, 'tokens.json')
  store = fileTokenStore(path)
  await writeFile(path, JSON.stringify({ version: 1, tokens: [wrong, { ...ann, accessToken: 'a' }] }), { mode: 0o600 })
  expect(await store.load(ann)).toEqual({ accessToken: 'a' })
  expect(await store.load({ ...ann, clientId: 'other' })).toBeUndefined()
  await store.save({ ...ann, clientId: 'third' }, { accessToken: 'c' })
  expect(await store.load(ann)).toEqual({ accessToken: 'a' })
})

test('a token without an end is stored as one', async () => {
  const forever = Number.POSITIVE_INFINITY
  await store.save(ann, { accessToken: 'a', expiresAt: forever, lifetime: forever })
  expect(await store.load(ann)).toEqual({ accessToken: 'a' })
})

describe('a place that is not safe is refused', () => {
  const refused = async (): Promise<string> => {
    const errors = [await rejection(store.load(ann)), await rejection(store.save(ann, { accessToken: 'hunter2' }))]
    for (const { code, message } of errors) expect([code, message]).toEqual(['config', errors[0]?.message])
    return errors[0]?.message ?? ''
  }

  test('a named pipe, which nobody writes to', async () => {
    execFileSync('mkfifo', ['-m', '600', join(folder, 'pipe')])
    store = fileTokenStore(join(folder, 'pipe'))
    expect(await refused()).toBe(`${join(folder, 'pipe')} is a named pipe: expected a file of tokens`)
  })

  test('a device without end', async () => {
    await symlink('/dev/zero', join(folder, 'zero'))
    store = fileTokenStore(join(folder, 'zero'))
    expect(await refused()).toBe(`${join(folder, 'zero')} is a device: expected a file of tokens`)
  })

  test('a file that is too long', async () => {
    path = join(folder, 'tokens.json')
    store = fileTokenStore(path)
    await writeFile(path, ' '.repeat(1024 * 1024 + 1), { mode: 0o600 })
    expect(await refused()).toBe(`${path} is 1048577 bytes long: expected at most 1048576`)
  })

  test.each([0o777, 0o770, 0o702])('a folder of mode %o, which others may write to', async (mode) => {
    const parent = join(folder, 'open')
    await mkdir(parent)
    await chmod(parent, mode)
    store = fileTokenStore(join(parent, 'tokens.json'))
    const how = `(mode ${mode.toString(8)}): chmod go-w ${parent}`
    expect(await refused()).toBe(`${join(parent, 'tokens.json')} is in a folder that others may write to ${how}`)
    expect(await readdir(parent)).toEqual([])
  })

  test('a file of somebody else', async () => {
    await store.save(ann, { accessToken: 'a' })
    const { uid } = await stat(path)
    const user = vi.spyOn(process, 'getuid').mockReturnValue(uid + 1)
    try {
      expect(await refused()).toBe(`${path} belongs to another user (uid ${uid}): expected uid ${uid + 1}`)
    } finally {
      user.mockRestore()
    }
  })
})

test('a folder such as /tmp, where only owners can replace a file, will do', async () => {
  const shared = join(folder, 'shared')
  await mkdir(shared)
  await chmod(shared, 0o1777)
  store = fileTokenStore(join(shared, 'tokens.json'))
  await store.save(ann, { accessToken: 'a' })
  expect(await store.load(ann)).toEqual({ accessToken: 'a' })
})

describe('refused, and left as it is', () => {
  test.each([
    ['no JSON', 'hunter2 {'],
    ['another version', '{"version":2,"tokens":[{"secret":"hunter2"}]}'],
    ['another thing', '["hunter2"]'],
    ['no list of tokens', '{"version":1,"tokens":{"0":"hunter2"}}']
  ])('%s', async (_, text) => {
    path = join(folder, 'tokens.json')
    store = fileTokenStore(path)
    await writeFile(path, text, { mode: 0o600 })
    const errors = [await rejection(store.load(ann)), await rejection(store.save(ann, { accessToken: 'a' }))]
    for (const error of errors) {
      expect(error).toMatchObject({
        code: 'config',
        message: `${path} is not a token store of version 1: move it away`
      })
      expect('cause' in error).toBe(false)
    }
    expect(await readFile(path, 'utf8')).toBe(text)
  })

  test('a file that others can read', async () => {
    await store.save(ann, { accessToken: 'a' })
    await chmod(path, 0o640)
    expect(await rejection(store.load(ann))).toMatchObject({
      code: 'config',
      message: `${path} can be read by other users: run chmod 600 on it`
    })
  })

  test('a link to a file that others can read', async () => {
    const target = join(folder, 'target')
    await writeFile(target, entry({}), { mode: 0o644 })
    path = join(folder, 'link')
    await symlink(target, path)
    const error = await rejection(fileTokenStore(path).load(ann))
    expect(error).toMatchObject({ code: 'config', message: `${path} can be read by other users: run chmod 600 on it` })
    expect((await rejection(fileTokenStore(path).save(ann, { accessToken: 'a' }))).code).toBe('config')
    expect(await readFile(target, 'utf8')).toBe(entry({}))
  })

  test('a folder, and a place where no file can be', async () => {
    await chmod(folder, 0o700)
    const inFolder = fileTokenStore(folder)
    expect(await rejection(inFolder.load(ann))).toMatchObject({
      code: 'config',
      message: `${folder} is a folder: expected a file of tokens`
    })
    const file = join(folder, 'file')
    await writeFile(file, '')
    const below = join(file, 'tokens.json')
    const failures = [fileTokenStore(below).save(ann, { accessToken: 'hunter2' }), fileTokenStore(below).load(ann)]
    for (const error of await Promise.all(failures.map(rejection))) {
      expect(error).toMatchObject({ code: 'config', message: `${below} cannot be read: ENOTDIR` })
    }
  })

  test('where it may not be written, no draft is left', async () => {
    // A link to itself: root may write wherever permissions forbid it.
    path = join(folder, 'link')
    await symlink(path, path)
    expect(await rejection(fileTokenStore(path).save(ann, { accessToken: 'a' }))).toMatchObject({
      code: 'config',
      message: `${path} cannot be read: ELOOP`
    })
    expect(await readdir(folder)).toEqual(['link'])
  })
})

test('a link stays a link, and what it leads to is for the owner only', async () => {
  const target = join(folder, 'target')
  await writeFile(target, entry({}), { mode: 0o600 })
  path = join(folder, 'link')
  await symlink(target, path)
  await fileTokenStore(path).save(ann, { accessToken: 'new' })
  expect((await lstat(path)).isSymbolicLink()).toBe(true)
  expect([JSON.parse(await readFile(target, 'utf8')).tokens, await mode(target)]).toEqual([
    [{ ...ann, accessToken: 'new' }],
    '600'
  ])
})
