import { basename } from 'node:path'
import { openOgc } from '../ogc/open.ts'
import { replaceFile } from '../program/replace-file.ts'
import type { ServiceOptions } from '../program/service-options.ts'
import { UsageError } from '../program/usage-error.ts'
import { live } from '../terminal/live.ts'
import { show } from '../terminal/show.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { type Examination, examine } from './examine.ts'
import { badgeOf, markdownOf, summaryOf } from './markdown.ts'

export interface DoctorOptions extends ServiceOptions {
  readonly run?: string
  readonly markdown?: string
  readonly strict?: boolean
}

/** Examines a server. Fails with 2 if it lacks a requirement of the standard, or makes a false claim. */
export async function doctor(terminal: Terminal, url: string | undefined, options: DoctorOptions): Promise<void> {
  const warnings: string[] = []
  const service = { ...options, ...(url !== undefined && { baseUrl: url }) }
  using ogc = await openOgc(terminal, service, (message) => warnings.push(message))
  const progress = await live(terminal, !terminal.stderr.isTTY)
  progress.update('examining')
  const examination = await examine(ogc, { signal: terminal.signal, run: options.run, warnings }).finally(progress.stop)
  if (options.markdown !== undefined) {
    const badge = `${options.markdown.replace(/\.md$/, '')}.svg`
    await replaceFile(badge, badgeOf(examination))
    await replaceFile(options.markdown, markdownOf(examination, basename(badge)))
  }
  await show(terminal, options, { data: examination, view: viewOf(examination) })
  const isBad = examination.findings.some(
    ({ verdict, isRequired }) => (verdict === 'no' && isRequired) || (options.strict && verdict !== 'yes')
  )
  if (isBad) throw new UsageError('the server deviates from the standard', { exitCode: 2 })
}

function viewOf(examination: Examination) {
  const { server, versions, processes, milliseconds, findings, warnings } = examination
  const version = versions.join(' and ') || 'of an unknown version'
  const head = `${server}: OGC API - Processes ${version}, ${processes} processes, ${Math.round(milliseconds)} ms per response`
  const rows = findings.map(({ feature, verdict, instead, client }) => [verdict, feature, instead, client])
  const columns = ['verdict', 'feature', 'the server', 'the client']
  const said = warnings.map((text) => `The client warned: ${text}`)
  return [head, '', { columns, rows }, '', `${summaryOf(examination)} as in the standard`, ...said]
}
