import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Results } from '@geoclients/ogc-client'
import { saveOutput } from '@geoclients/ogc-client/node'
import { UsageError } from '../../program/usage-error.ts'
import type { Live } from '../../terminal/live.ts'
import { type Format, show } from '../../terminal/show.ts'
import type { Terminal } from '../../terminal/terminal.ts'

export interface OutputOptions extends Format {
  /** A folder for the outputs, each a file. */
  readonly output?: string
}

/** Refuses a folder for outputs that is none or may not be written, before a process runs for them. */
export async function checkFolder({ output }: OutputOptions): Promise<void> {
  if (output === undefined) return
  for (let path = resolve(output); ; path = dirname(path)) {
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) continue
    if (!found.isDirectory()) throw new UsageError(`${path} is a file, expected a folder`)
    return access(path, constants.W_OK)
  }
}

/** Shows results, or saves each output as a file and shows its path. */
export async function deliver(
  terminal: Terminal,
  results: Results,
  options: OutputOptions,
  progress?: Live
): Promise<void> {
  if (options.output !== undefined) return save(terminal, results, options.output, options, progress)
  progress?.clear()
  const rows = [...results].map(([id, output]) => {
    if (output.kind === 'value') return [id, output.value, output.unit]
    if (output.kind === 'reference') return [id, output.href, output.mediaType]
    return [id, `(${output.mediaType ?? 'bytes'}; -o DIR saves it)`]
  })
  await show(terminal, options, { data: results, view: [{ rows }] })
}

async function save(
  terminal: Terminal,
  results: Results,
  folder: string,
  options: OutputOptions,
  progress: Live | undefined
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const data: { output: string; file: string; bytes: number }[] = []
  for (const [id, output] of results) {
    const file = join(folder, fileName(id, output.mediaType, new Set(data.map(({ file }) => file)), folder))
    const onProgress = (bytes: number): void => progress?.update(`saving ${id}`, () => `saving ${id}: ${size(bytes)}`)
    const bytes = await saveOutput(output, file, { onProgress, signal: terminal.signal })
    data.push({ output: id, file, bytes })
  }
  progress?.clear()
  const rows = data.map(({ output, file, bytes }) => [output, file, size(bytes)])
  await show(terminal, options, { data, view: [{ columns: ['output', 'file', 'size'], rows }] })
}

/** A file name that stays inside the folder, whatever the output's id. */
function fileName(id: string, mediaType: string | undefined, taken: ReadonlySet<string>, folder: string): string {
  const stem = id.replace(/[^\w.-]/g, '_').replace(/^\.+/, '_') || 'output'
  const extension = extensionOf(mediaType)
  const name = stem.toLowerCase().endsWith(extension) ? stem : `${stem}${extension}`
  if (!taken.has(join(folder, name))) return name
  return `${taken.size + 1}_${name}`
}

const extensions: readonly (readonly [RegExp, string])[] = [
  [/^application\/geo\+json/, '.geojson'],
  [/^image\/tiff/, '.tif'],
  [/^image\/jpeg/, '.jpg'],
  [/^image\/svg\+xml/, '.svg'],
  [/^image\/(png|gif|webp|jp2)/, '.$1'],
  [/^text\/csv/, '.csv'],
  [/^text\/html/, '.html'],
  [/^text\//, '.txt'],
  [/^application\/(zip|pdf)/, '.$1'],
  [/^application\/(?:x-)?netcdf/, '.nc'],
  [/^application\/(?:vnd\.apache\.)?parquet/, '.parquet'],
  [/^application\/geopackage\+sqlite3/, '.gpkg'],
  [/[/+]json/, '.json'],
  [/[/+]xml/, '.xml']
]

function extensionOf(mediaType: string = 'application/json'): string {
  const found = extensions.find(([pattern]) => pattern.test(mediaType))
  if (!found) return '.bin'
  const [pattern, extension] = found
  return extension.replace('$1', pattern.exec(mediaType)?.[1] ?? '')
}

export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}
