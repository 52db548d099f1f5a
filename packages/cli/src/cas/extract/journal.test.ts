import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Journal, type Row, readRows } from './journal.ts'

test('rows are read as they were written: bigints, and what looks like the mark of one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'journal-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const geometry = { type: 'Point', coordinates: [7, 47] }
  const given = [
    { id: 12345678901234567890n, count: 5n },
    { note: { $bigint: '5', other: 1n } },
    { note: { $bigint: 'no number' } },
    { note: { $bigint: ['5', { $bigint: 7n }] } },
    { note: '$bigint' }
  ]
  const rows = given.map((properties, index): Row => ({ index, feature: { type: 'Feature', geometry, properties } }))
  const path = join(folder, 'a.journal')
  const journal = await Journal.create(path, {})
  for (const row of rows) await journal.append(row)
  await journal.close()
  const read: Row[] = []
  for await (const row of readRows(path)) read.push(row)
  expect(read).toEqual(rows)
  const again = await Journal.resume(path, {})
  expect(again?.next).toBe(rows.length)
  await again?.close()
})
