import { mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { writeWhole } from './write-whole.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-whole-'))
  onTestFinished(() => rm(folder, { recursive: true }))
})

const write = (path: string, text: string): Promise<void> => writeWhole(path, (part) => writeFile(part, text))

test('the old content is there until the new one is whole', async () => {
  const path = join(folder, 'a.txt')
  await write(path, 'old')
  const written = writeWhole(path, async (part) => {
    await writeFile(part, 'new')
    return readFile(path, 'utf8')
  })
  expect([await written, await readFile(path, 'utf8')]).toEqual(['old', 'new'])
  expect(await readdir(folder)).toEqual(['a.txt'])
})

test('what fails leaves the old content and nothing else', async () => {
  const path = join(folder, 'a.txt')
  await write(path, 'old')
  const broken = writeWhole(path, async (part) => {
    await writeFile(part, 'ne')
    throw new Error('the disk is full')
  })
  await expect(broken).rejects.toThrow('the disk is full')
  expect([await readdir(folder), await readFile(path, 'utf8')]).toEqual([['a.txt'], 'old'])
})

test('two that write at the same time have a part each, and the last one stays', async () => {
  const path = join(folder, 'a.txt')
  const other = writeWhole(path, async (part) => {
    await writeFile(part, 'first half, ')
    await write(path, 'the other')
    await writeFile(part, 'second half', { flag: 'a' })
  })
  await other
  expect([await readdir(folder), await readFile(path, 'utf8')]).toEqual([['a.txt'], 'first half, second half'])
})

test('a link stays one, and the file that it names is replaced', async () => {
  const [path, link] = [join(folder, 'a.txt'), join(folder, 'link')]
  await write(path, 'old')
  await symlink('a.txt', link)
  await write(link, 'new')
  expect([await readlink(link), await readFile(path, 'utf8')]).toEqual(['a.txt', 'new'])
})

test('an error names the file, not the part', async () => {
  const path = join(folder, 'nowhere', 'a.txt')
  await expect(write(path, 'text')).rejects.toMatchObject({ code: 'ENOENT', path })
  await expect(writeWhole(folder, (part) => writeFile(part, ''))).rejects.toMatchObject({ path: folder })
  expect(await readdir(folder)).toEqual([])
})
