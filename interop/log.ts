import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '.logs')
const KEPT = 20

/** Makes an empty log file `<name>-<time>-<port>.log`, and keeps only the newest files with this name. */
export function newLogFile(name: string, port: number): string {
  mkdirSync(FOLDER, { recursive: true })
  const older = readdirSync(FOLDER).filter((file) => file.startsWith(`${name}-2`) && file.endsWith('.log'))
  for (const file of older.sort().slice(0, -KEPT)) rmSync(join(FOLDER, file), { force: true })
  const path = join(FOLDER, `${name}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${port}.log`)
  writeFileSync(path, '')
  return path
}

export function lastLines(file: string, count: number): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
}
