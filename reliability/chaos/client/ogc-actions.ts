import type { Job, JobInfo, Results } from '@geoclients/ogc-client'
import { pass } from '../scaled-clock.ts'
import type { Action, OgcAction } from '../scenario.ts'
import { workOutputs } from '../server/work-outputs.ts'
import { type Clients, limits } from './user.ts'
import { claim, claimSame } from './violation.ts'

/** The context of an action. */
export interface Task extends Clients {
  readonly action: Action
  /** Identifies the executions and results of this action. */
  readonly key: string
  readonly signal: AbortSignal
  /** Whether the result must be right. It need not be if the server restarted without its jobs. */
  readonly isOneServer: boolean
  readonly isMild: boolean
  /** Receives errors that are returned as values. */
  readonly sawError: (error: unknown) => void
}

export type Play = (task: Task) => Promise<void>

const request = ({ action, key }: Task) => ({
  inputs: { key, duration: action.duration, size: action.size, fails: action.fails },
  ...(action.byReference && { outputs: { text: { transmissionMode: 'reference' as const }, key: {} } })
})

async function claimResults(results: Results, { action, key, signal, isOneServer }: Task): Promise<void> {
  const [id, text] = [await results.get('key').json({ signal }), await results.get('text').text({ signal })]
  // A server that lost its jobs gives their ids to others, which no client can tell from its own: then each has its own two.
  if (!isOneServer)
    return claim(text.includes(String(id)), () => `outputs of two jobs: ${id} and ${text.slice(0, 100)}`)
  const expected = workOutputs(key, action.size)
  claimSame(id, expected.key, 'the output key')
  claimText(text, expected.text)
}

/** Checks a text, which may be plain or JSON. */
function claimText(found: string, expected: string): void {
  claim(
    found === expected || found === JSON.stringify(expected),
    () => `another text: ${found.slice(0, 100)} (${found.length})`
  )
}

const ranks: Readonly<Record<string, number>> = { accepted: 0, running: 1, successful: 2, failed: 2, dismissed: 2 }

/** Checks that the reported states of a job are possible, and in a possible order. */
function historian({ action, isOneServer }: Task): (info: JobInfo) => void {
  let last = -1
  let ended: string | undefined
  return ({ status }) => {
    if (!isOneServer) return
    const rank = ranks[status]
    claim(rank !== undefined, () => `a job was told to be ${status}`)
    claim(rank >= last, () => `a job went back to ${status}`)
    claim(ended === undefined || ended === status, () => `a job that was ${ended} is ${status}`)
    if (rank === 2) ended = status
    last = rank
    claim(status !== 'failed' || action.fails, () => 'a job that does not fail was told to have failed')
    claim(status !== 'successful' || !action.fails, () => 'a job that fails was told to have succeeded')
  }
}

const options = (task: Task) => ({ signal: task.signal, waitTimeout: limits.waitTimeout, onProgress: historian(task) })

const submit = (task: Task): Promise<Job> =>
  task.ogc.submit('work', request(task), { mode: task.action.mode, signal: task.signal })

/** Reads an iterator with the pauses of the action, and leaves it where the action says. */
export async function readSlowly<T>(
  items: AsyncIterable<T>,
  { action, clock }: Task,
  read: (item: T) => void
): Promise<void> {
  let count = 0
  for await (const item of items) {
    read(item)
    count += 1
    if (count === action.leaveAfter) return
    if (action.leaveAfter !== undefined) await pass(clock, action.duration / 20)
  }
}

export const ogcActions: Readonly<Record<OgcAction, Play>> = {
  async describe({ ogc, signal }) {
    const { links } = await ogc.getCapabilities({ signal })
    claim(links.length > 0, () => 'the landing page has no links')
    claim((await ogc.getConformance({ signal })).conformsTo.length > 0, () => 'no conformance classes')
    claimSame((await ogc.getProcess('work', { signal })).id, 'work', 'the description')
  },
  async 'list processes'(task) {
    const ids: string[] = []
    await readSlowly(task.ogc.iterProcesses({ limit: 1 }, { signal: task.signal }), task, ({ id }) => ids.push(id))
    const all = ['work', 'work_at_once']
    claimSame(ids, task.action.leaveAfter === undefined ? all : all.slice(0, ids.length), 'the processes')
  },
  async run(task) {
    await claimResults(await task.ogc.run('work', request(task), { ...options(task), mode: task.action.mode }), task)
  },
  async submit(task) {
    using job = await submit(task)
    await claimResults(await job.results(options(task)), task)
  },
  async watch(task) {
    using job = await submit(task)
    const tell = historian(task)
    await readSlowly(job.watch({ signal: task.signal }), task, tell)
  },
  async 'watch jobs'(task) {
    const jobs = await Promise.all([submit(task), submit({ ...task, key: `${task.key}b` })])
    const tell = new Map(jobs.map((job) => [job.id, historian(task)]))
    await readSlowly(task.ogc.watchJobs(jobs, { signal: task.signal }), task, (info) => {
      const told = tell.get(info.jobID)
      claim(told !== undefined, () => `another job was told of: ${info.jobID}`)
      told(info)
    })
  },
  async 'list jobs'(task) {
    await readSlowly(task.ogc.iterJobs({ limit: 2 }, { signal: task.signal }), task, ({ jobID }) =>
      claim(/^job-\d+$/.test(jobID), () => `a job of the list is called ${jobID}`)
    )
  },
  async dismiss(task) {
    using job = await task.ogc.submit('work', request(task), { mode: 'async', signal: task.signal })
    const { status } = await job.dismiss({ signal: task.signal })
    claim(status in ranks, () => `a dismissed job is ${status}`)
  },
  async 'saved job'(task) {
    const saved = JSON.stringify(await task.ogc.submit('work', request(task), { mode: 'async', signal: task.signal }))
    using job = task.ogc.job(JSON.parse(saved))
    await claimResults(await job.results(options(task)), task)
  },
  async 'path map'({ ogc, signal, isMild }) {
    const params = { path: { processID: 'work' } }
    const { data, error, response } = await ogc.api.GET('/processes/{processID}', { params, signal })
    claim(response.ok === (error === undefined), () => `the path map says ${response.status} and ${error}`)
    // A refusal is a value here.
    if (response.ok || isMild) claimSame(data?.id, 'work', 'the description by the path map')
  },
  async 'stream output'(task) {
    const { action, key, signal } = task
    const results = await task.ogc.run('work', request(task), { ...options(task), mode: 'async' })
    const parts: Uint8Array[] = []
    const stream = await results.get('text').stream({ signal })
    await readSlowly(stream, task, (part) => parts.push(part))
    if (action.leaveAfter !== undefined) return
    const text = new TextDecoder().decode(await new Blob(parts as BlobPart[]).arrayBuffer())
    if (task.isOneServer) claimText(text, workOutputs(key, action.size).text)
  },
  async execute({ ogc, action, key, signal }) {
    const answer = await ogc.executeProcess('work_at_once', { inputs: { key, fails: action.fails } }, { signal })
    if (answer.results) claimSame(await answer.results.get('key').json({ signal }), key, 'the output key')
  }
}
