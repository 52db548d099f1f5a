import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replaceFile } from '../../program/replace-file.ts'
import { keepMemorySteady } from '../../program/steady-memory.ts'
import { UsageError } from '../../program/usage-error.ts'
import { printable } from '../../terminal/printable.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { openCas } from '../open.ts'
import { openPlaces } from '../readers/open-places.ts'
import { inDegrees } from '../readers/to-degrees.ts'
import { ask, askAgain } from './ask.ts'
import { findAll } from './catalogue.ts'
import { type Asked, columnNames, detailOf } from './columns.ts'
import { counted } from './counted.ts'
import { deliver } from './deliver.ts'
import { details, type ExtractOptions } from './options.ts'
import { checkOutput, formatOf, headerOf, requestOf } from './plan.ts'
import { nextStepFor } from './reason.ts'
import { reportText } from './report.ts'

/** Turns a file of places into a table. */
export async function extract(terminal: Terminal, file: string, options: ExtractOptions): Promise<void> {
  keepMemorySteady()
  const started = Date.now()
  const { output, resume = false, retryFailed = false, force = false } = options
  if (output !== undefined) checkOutput(output, file)
  if (options.map !== undefined) checkOutput(options.map, file)
  const format = formatOf(terminal, options)
  if (force && (resume || retryFailed))
    throw new UsageError('--force starts again, so it excludes --resume and --retry-failed')
  if ((resume || retryFailed) && output === undefined) throw new UsageError('--resume and --retry-failed need -o FILE')
  if (output !== undefined && existsSync(output) && !force && !retryFailed) {
    if (resume && !existsSync(`${output}.journal`)) return terminal.say(`${output} is complete.`)
    if (!resume) throw new UsageError(`${output} already exists`, { next: 'To replace it: --force' })
  }
  const places = inDegrees(await openPlaces(terminal, file, options), options.fromCrs)
  using cas = await openCas(terminal, options)
  const datasets = await findAll(cas, options.dataset, terminal.signal)
  const asked: Asked = {
    datasets,
    names: columnNames(datasets, options.prefix ?? ''),
    with: details.filter((detail) => options.with?.includes(detail))
  }
  const request = requestOf(options, asked.names)
  const folder = output === undefined ? await mkdtemp(join(tmpdir(), 'geoclients-')) : undefined
  const journal = folder === undefined ? `${output}.journal` : join(folder, 'journal')
  try {
    if (force) await rm(journal, { force: true })
    const header = await headerOf(file, request, options)
    if (retryFailed) await askAgain(terminal, cas, journal, request, header, options)
    else await ask(terminal, cas, places, journal, request, header, options)
    const isShort = options.names === 'short'
    const delivery = { journal, output, format, asked, isShort, milliseconds: Date.now() - started }
    const { report } = await deliver(terminal, delivery)
    if (options.sidecar && output !== undefined) await replaceFile(`${output}.datasets.json`, sidecar(asked))
    if (options.map !== undefined) await draw(options.map, journal, asked)
    if (options.json && output !== undefined) await terminal.print(`${JSON.stringify(report, null, 2)}\n`)
    else if (!options.quiet) terminal.say(printable(reportText(report, output)))
    const isWhole = report.failed === 0 && Object.keys(report.datasetsFailed).length === 0
    if (isWhole) await rm(journal, { force: true })
    else if (output !== undefined) terminal.say(`To repeat the failed rows, run the same command with --retry-failed`)
    if (report.rows === 0)
      terminal.say(`warning: there are no places in ${options.shard ? 'this part of ' : ''}${file}`)
    if (report.failed > 0) {
      const next = nextStepFor(Object.keys(report.failures))
      throw new UsageError(`${counted(report.failed, 'row')} failed`, { exitCode: 2, ...(next && { next }) })
    }
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  }
}

async function draw(file: string, journal: string, { datasets, names }: Asked): Promise<void> {
  const [first] = datasets
  if (!first) return
  const { drawMap } = await import('../map/draw-map.ts')
  const units = String(detailOf(first, 'units'))
  await drawMap({ journal, file, column: names[first.id] ?? first.id, title: first.name, units })
}

function sidecar({ datasets, names }: Asked): string {
  const all = datasets.map((dataset) => ({
    column: names[dataset.id],
    dataset: dataset.id,
    ...Object.fromEntries(details.map((detail) => [detail, detailOf(dataset, detail)]))
  }))
  return `${JSON.stringify(all, null, 2)}\n`
}
