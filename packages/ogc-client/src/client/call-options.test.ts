import type { RequestOptions } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { everyMethod } from '../testing/every-method.ts'
import { clientOf, fakeServer } from '../testing/fake-server.ts'
import { collect, rejection } from '../testing/rejection.ts'
import type { ResultsOptions, StartOptions, WaitOptions } from '../types/options.ts'
import type { OgcClient } from './ogc-client.ts'

type Own = Required<Omit<StartOptions & WaitOptions & ResultsOptions, keyof RequestOptions>>

/** Every option that only some calls have, with a value that they take. */
const options: Own = {
  ...{ mode: 'async', validate: () => [], return: 'minimal' },
  ...{ waitTimeout: 5, dismissOnAbort: true, onProgress: () => {} },
  ...{ processId: 'p', outputs: ['a'], profile: 'x' }
}
const names = Object.keys(options) as (keyof Own)[]

const start = ['mode', 'validate', 'return'] as const
const wait = ['waitTimeout', 'dismissOnAbort', 'onProgress'] as const
const had: Readonly<Record<string, readonly (keyof Own)[]>> = {
  ...{ 'run, sync': [...start, ...wait], 'run, auto': [...start, ...wait] },
  ...{ 'submit, async': start, 'submit, auto': start },
  ...{ 'job.wait': wait, 'job.results': wait },
  getJobResults: ['processId', 'outputs', 'profile', 'return'],
  ...{ getJobResult: ['processId', 'return'], getJobResultItem: ['processId', 'return'] }
}

const calls: Readonly<Record<string, (ogc: OgcClient, options?: RequestOptions) => Promise<unknown>>> = {
  ...everyMethod,
  'job.wait': (ogc, options) => ogc.job('j').wait(options),
  'job.results': (ogc, options) => ogc.job('j').results(options),
  'job.watch': (ogc, options) => collect(ogc.job('j').watch(options)),
  'watchJobs, ids': (ogc, options) => collect(ogc.watchJobs(['j'], options))
}

test.each(Object.entries(calls))(
  '%s refuses the options of other calls before anything is sent',
  async (name, call) => {
    const server = fakeServer({})
    const ogc = clientOf(server)
    for (const other of names.filter((option) => !had[name]?.includes(option))) {
      expect(await rejection(call(ogc, { [other]: options[other] }))).toMatchObject({
        code: 'invalid-argument',
        message: expect.stringContaining(`options has an unknown member "${other}": `)
      })
    }
    expect(server.calls).toEqual([])
  }
)

test.each(Object.entries(had))('%s has options of its own: %j', async (name, own) => {
  const ogc = clientOf(fakeServer({}), { retry: false })
  const given = Object.fromEntries(own.map((option) => [option, options[option]]))
  expect(await rejection(calls[name]?.(ogc, given) ?? Promise.resolve())).not.toMatchObject({
    code: 'invalid-argument'
  })
})

const passedOn = Object.entries(calls).filter(([name]) => !/, a?sync$/.test(name))

test.each(passedOn)('%s refuses what is no options', async (_, call) => {
  const server = fakeServer({})
  const ogc = clientOf(server)
  for (const odd of [new AbortController().signal, new Map([['timeout', 5]])]) {
    // Not an options object, but the compiler cannot know: it has no member that options lack.
    const { message } = await rejection(call(ogc, odd as RequestOptions))
    expect(message).toMatch(/^options must be an object such as \{ signal \}, got (?:an AbortSignal|a Map)$/)
  }
  expect(server.calls).toEqual([])
})
