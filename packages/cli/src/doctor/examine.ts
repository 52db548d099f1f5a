import type { OgcClient } from '@geoclients/ogc-client'
import { collect } from '@geoclients/ogc-client/helpers'
import type { Answer, Ask, Finding, Patient, Probe } from './probe.ts'
import { probeBrowser } from './probes/browser.ts'
import { probeClaims } from './probes/claims.ts'
import { probeJobs } from './probes/jobs.ts'
import { probeLanding } from './probes/landing.ts'
import { probeProcesses } from './probes/processes.ts'
import { probeRun } from './probes/run.ts'

/** The result of an examination. */
export interface Examination {
  readonly server: string
  /** Of the standard, by its conformance classes. */
  readonly versions: readonly string[]
  readonly conformsTo: readonly string[]
  readonly processes: number
  /** The median of five answers. */
  readonly milliseconds: number
  readonly findings: readonly Finding[]
  /** The client's warnings while it read the responses. */
  readonly warnings: readonly string[]
}

const probes: readonly Probe[] = [probeLanding, probeClaims, probeProcesses, probeJobs, probeBrowser]

export interface ExamineOptions {
  readonly signal: AbortSignal
  /** A process to run. */
  readonly run?: string | undefined
  /** Filled by the client's onWarning. */
  readonly warnings: readonly string[]
}

/** Examines a server without changing anything on it. @throws the error of the first request */
export async function examine(ogc: OgcClient, { signal, run, warnings }: ExamineOptions): Promise<Examination> {
  const { conformsTo } = await ogc.getConformance({ signal })
  const processes = await collect(ogc.iterProcesses({}, { signal }), { limit: 10_000 })
  const ask = (path: string, options: Ask = {}): Promise<Answer> => answerOf(ogc, path, options, signal)
  const patient: Patient = { ogc, signal, classes: conformsTo, processes, ask }
  const findings: Finding[] = []
  for (const probe of [...probes, ...(run === undefined ? [] : [probeRun(run)])])
    findings.push(...(await probe(patient)))
  const versions = ['1.0', '2.0'].filter((version) =>
    conformsTo.some((uri) => uri.includes(`/spec/ogcapi-processes-1/${version}/`))
  )
  const milliseconds = await medianTime(ask)
  const server = ogc.config.baseUrl
  return {
    server,
    versions,
    conformsTo,
    processes: processes.length,
    milliseconds,
    findings,
    warnings: [...new Set(warnings)]
  }
}

async function answerOf(ogc: OgcClient, path: string, { method, headers }: Ask, signal: AbortSignal): Promise<Answer> {
  const started = performance.now()
  const response = await ogc.fetch(`${ogc.config.baseUrl}${path}`, {
    ...(method && { method }),
    headers: { accept: 'application/json', ...headers },
    signal
  })
  const text = await response.text()
  const milliseconds = performance.now() - started
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, json: isJson ? parsed(text) : undefined, milliseconds }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function medianTime(ask: Patient['ask']): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) times.push((await ask('/conformance')).milliseconds)
  return times.sort((one, other) => one - other)[2] ?? 0
}
