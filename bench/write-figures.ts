import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Judged } from './figure.ts'

/** `npm run docs:figures -- FILE`: writes the figures of `npm run bench -- cli --json FILE` into docs/cli.md. */
const [, , file] = process.argv
if (file === undefined) throw new Error('usage: npm run docs:figures -- FILE')
const figures: Judged[] = JSON.parse(await readFile(file, 'utf8'))
const rows = figures.map(
  ({ name, value, unit, goal }) => `| ${name}${goal ? ` (goal: ${goal})` : ''} | ${value} ${unit} |`
)
const table = ['| measured | |', '|---|---|', ...rows].join('\n')
const path = join(import.meta.dirname, '../docs/cli.md')
const page = await readFile(path, 'utf8')
const block = /(<!-- Made by `npm run docs:figures`\. -->\n)[\s\S]*?(\n<!-- End of the figures\. -->)/
if (!block.test(page)) throw new Error('docs/cli.md has no place for figures')
await writeFile(
  path,
  page.replace(block, (_, begin, end) => `${begin}\n${table}\n${end}`)
)
