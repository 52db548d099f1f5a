import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2'
}

export interface StaticFile {
  readonly type: string
  readonly bytes: Buffer
}

/** The file of a folder for the path of a URL. Undefined if it does not exist or is outside of the folder. */
export async function readStatic(folder: string, path: string): Promise<StaticFile | undefined> {
  const name = normalize(decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path))
  const file = join(folder, name)
  if (name.includes('\0') || !file.startsWith(join(folder, '/'))) return undefined
  const bytes = await readFile(file).catch(() => undefined)
  return bytes && { bytes, type: types[extname(file)] ?? 'application/octet-stream' }
}
