import { isOgcError, OgcClient, type OgcError } from '@geoclients/ogc-client'
import { generateProcessTypes, readDescriptions } from '@geoclients/typegen'
import { describe, expect, inject, test } from 'vitest'
import { type OlderServer, olderServers } from './servers.ts'

const good = { inputs: { text: 'an old oak' } }
const bad = { inputs: { text: '' } }
const expected = { length: 3, words: ['an', 'old', 'oak'] }

/** The statuses of servers that have no dismissal, or no 404 for a job that they do not know. */
const otherwise: Partial<Record<OlderServer, { readonly dismissal?: number; readonly unknown?: number }>> = {
  'pygeoapi-0.15': { unknown: 500 },
  fastprocesses: { dismissal: 405 }
}

async function rejected(promise: Promise<unknown>): Promise<OgcError> {
  const error = await promise.then(
    () => new Error('it did not reject'),
    (cause: unknown) => cause
  )
  if (!isOgcError(error)) throw error
  return error
}

describe.each(olderServers)('%s', (name) => {
  const warnings: string[] = []
  const baseUrl = inject('olderUrls')[name]
  const ogc = new OgcClient({ baseUrl, onWarning: (message) => warnings.push(message) })

  test('lists its processes, and describes them', async () => {
    const ids: string[] = []
    for await (const { id } of ogc.iterProcesses()) ids.push(id)
    expect(ids).toContain('words')
    const { inputs, outputs } = await ogc.getProcess('words')
    expect([Object.keys(inputs ?? {}), Object.keys(outputs ?? {})]).toEqual([
      expect.arrayContaining(['text']),
      ['length', 'words']
    ])
    expect((await rejected(ogc.getProcess('nope'))).exception).toBe('no-such-process')
  })

  test('its processes have types', async () => {
    // All these versions of pygeoapi describe a process alike, so one file is the types of each.
    const kind = name.startsWith('pygeoapi-') ? 'pygeoapi-older' : name
    const text = await generateProcessTypes(await readDescriptions(ogc), { source: `the interop tests from ${kind}` })
    await expect(text).toMatchFileSnapshot(`../fixtures/generated/${kind}.ts`)
  })

  test.each(['auto', 'sync', 'async'] as const)('runs in mode %s', async (mode) => {
    const results = await ogc.run('words', { ...good, outputs: { length: {}, words: {} } }, { mode })
    const values = await Promise.all([...results].map(async ([id, output]) => [id, await output.json()]))
    expect(Object.fromEntries(values)).toEqual(expected)
  })

  test.each(['sync', 'async'] as const)('a run that fails in mode %s is job-failed, with its handle', async (mode) => {
    const error = await rejected(ogc.run('words', bad, { mode }))
    expect(error).toMatchObject({ code: 'job-failed' })
    expect(await error.job?.refresh()).toMatchObject({ status: 'failed' })
  })

  test('a watch by a filter holds back the other jobs', async () => {
    await ogc.run('words', good, { mode: 'async' })
    await rejected(ogc.run('words', bad, { mode: 'async' }))
    const states = new Set<string>()
    for await (const { status } of ogc.watchJobs({ status: ['successful'] })) states.add(status)
    expect([...states]).toEqual(['successful'])
  })

  test('a saved job is found again, and dismissed', async () => {
    const job = await ogc.submit('words', good, { mode: 'async' })
    await job.wait()
    using other = new OgcClient({ baseUrl })
    const found = other.job(JSON.parse(JSON.stringify(job)))
    expect((await found.results()).size).toBe(2)
    const { dismissal, unknown = 404 } = otherwise[name] ?? {}
    if (dismissal === undefined) await found.dismiss()
    else expect((await rejected(found.dismiss())).status).toBe(dismissal)
    const gone = dismissal === undefined ? (found.id ?? '') : 'nope'
    expect((await rejected(other.getJob(gone, { retry: false }))).status).toBe(unknown)
  })

  test('warns of nothing but outputs that stand inside', () => {
    expect(warnings.filter((warning) => !/outputs inside|labelled/.test(warning))).toEqual([])
  })
})
