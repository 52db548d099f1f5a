import { expect, test } from 'vitest'
import { clientOf, fakeServer } from '../testing/fake-server.ts'
import { collect, rejection } from '../testing/rejection.ts'
import type { OgcClient } from './ogc-client.ts'

const circular: Record<string, unknown> = {}
circular.self = circular

// A caller without types can hand over anything.
const any = (value: unknown): never => value as never

const id = 'must be a non-empty string'
const relative = 'must be a name, not a relative path segment'
const options = 'options must be an object such as { signal }, got null'
const job = (ogc: OgcClient): ReturnType<OgcClient['job']> => ogc.job('j')

const wrong: Readonly<Record<string, readonly [call: (ogc: OgcClient) => Promise<unknown>, message: string]>> = {
  'a misspelt option': [
    (ogc) => ogc.getProcesses({}, any({ timeOut: 5 })),
    'options has an unknown member "timeOut": did you mean "timeout"?'
  ],
  'a misspelt option of a run': [
    (ogc) => ogc.run('p', {}, any({ onprogress: () => {} })),
    'options has an unknown member "onprogress": did you mean "onProgress"?'
  ],
  'a misspelt option of a handle': [
    (ogc) => job(ogc).wait(any({ waitTimeOut: 5 })),
    'options has an unknown member "waitTimeOut": did you mean "waitTimeout"?'
  ],
  'a misspelt option of the path map': [
    (ogc) => ogc.api.GET('/jobs/{jobID}', any({ param: {} })),
    'options has an unknown member "param": did you mean "params"?'
  ],
  'a handle in place of an id': [
    async (ogc) => ogc.job(any(job(ogc))),
    'saved must be a job id, or a saved job as JSON.parse(JSON.stringify(job)) returns it, got an object'
  ],
  'a job that is still to be started': [
    async (ogc) => ogc.job(any(Promise.resolve(job(ogc)))),
    'saved must be a job id, or a saved job as JSON.parse(JSON.stringify(job)) returns it, got a Promise'
  ],
  'a signal to fetch with that is none': [
    (ogc) => ogc.fetch('/x', any({ signal: 5 })),
    'signal must be an AbortSignal, got 5'
  ],
  'an init that is none': [
    (ogc) => ogc.fetch('/x', any('POST')),
    'init must be an object such as { headers }, got "POST"'
  ],
  'no process id': [(ogc) => ogc.getProcess(any(undefined)), `processID ${id}, got undefined`],
  'an empty process id': [(ogc) => ogc.getProcess(''), `processID ${id}, got ""`],
  'a process id that walks up': [(ogc) => ogc.executeProcess('..', {}), `processID ${relative}, got ".."`],
  'a job id that walks up': [(ogc) => ogc.dismissJob('..'), `jobID ${relative}, got ".."`],
  'a job id that walks up, encoded': [(ogc) => ogc.getJob('%2E%2e'), `jobID ${relative}, got "%2E%2e"`],
  'a job id of white space': [(ogc) => ogc.getJobResults(' '), `jobID ${id}, got " "`],
  'a job id with NUL': [(ogc) => ogc.getJob('a\0'), 'jobID must be text without control characters, got "a\\u0000"'],
  'a process list by nothing': [
    (ogc) => ogc.getProcesses(any(null)),
    'query must be an object such as { limit: 10 }, got null'
  ],
  'a process list by a signal': [
    (ogc) => ogc.getProcesses(any(new AbortController().signal)),
    'query must be an object such as { limit: 10 }, got an AbortSignal'
  ],
  'a job list by a Map': [
    (ogc) => ogc.getJobs(any(new Map([['limit', 5]]))),
    'filter must be an object such as { status, limit }, got a Map'
  ],
  'a process list by an unknown name': [
    (ogc) => ogc.getProcesses(any({ limits: 5 })),
    'query has an unknown member "limits": did you mean "limit"?'
  ],
  'a job list by a saved job': [
    (ogc) => ogc.getJobs(any({ version: 1, jobId: 'j' })),
    'filter has an unknown member "version": expected one of type, processId, status, datetime, minDuration, maxDuration, limit, query'
  ],
  'a limit of 0': [(ogc) => ogc.getProcesses({ limit: 0 }), 'limit must be a whole number from 1 to 10000, got 0'],
  'a limit of text': [
    (ogc) => collect(ogc.iterProcesses({ limit: any('5') })),
    'limit must be a whole number from 1 to 10000, got "5"'
  ],
  'a limit beyond the standard': [
    (ogc) => ogc.getJobs({ limit: 10_001 }),
    'limit must be a whole number from 1 to 10000, got 10001'
  ],
  'a job list by nothing': [
    (ogc) => ogc.getJobs(any(null)),
    'filter must be an object such as { status, limit }, got null'
  ],
  'a status that is no array': [
    (ogc) => collect(ogc.iterJobs({ status: any('running') })),
    'status must be an array of strings, got "running"'
  ],
  'a request that is no object': [
    (ogc) => ogc.executeProcess('p', any('{}')),
    'request must be an object such as { inputs: { … } }, got "{}"'
  ],
  'no request': [
    (ogc) => ogc.run('p', any(undefined)),
    'request must be an object such as { inputs: { … } }, got undefined'
  ],
  'no request to execute': [
    (ogc) => ogc.executeProcess('p', any(undefined)),
    'request must be an object such as { inputs: { … } }, got undefined'
  ],
  'inputs that are an array': [
    (ogc) => ogc.submit('p', { inputs: any([1, 2]) }),
    'inputs must be an object of values by input id, got [1, 2]'
  ],
  'inputs that are null': [
    (ogc) => ogc.executeProcess('p', { inputs: any(null) }),
    'inputs must be an object of values by input id, got null'
  ],
  'outputs that are a list': [
    (ogc) => ogc.executeProcess('p', { outputs: any(['a']) }),
    'outputs must be an object of { format, transmissionMode } by output id, got an array of 1'
  ],
  'an unknown form of the response': [
    (ogc) => ogc.submit('p', { response: any('zip') }),
    'response must be "raw" or "document", got "zip"'
  ],
  'NaN among the inputs': [
    (ogc) => ogc.run('p', { inputs: { bbox: [1, 2, Number.NaN, 4] } }, { mode: 'sync' }),
    'inputs.bbox[2] must be a finite number, got NaN'
  ],
  'a BigInt among the inputs': [
    (ogc) => ogc.executeProcess('p', { inputs: { count: 5n } }),
    'inputs.count must be a number or text, got 5n'
  ],
  'a function among the inputs': [
    (ogc) => ogc.executeProcess('p', { inputs: { f: () => 1 } }),
    'inputs.f must be a JSON value, got a function'
  ],
  'a Map for inputs': [
    (ogc) => ogc.executeProcess('p', { inputs: any(new Map([['a', 1]])) }),
    'inputs must be a JSON value, got a Map'
  ],
  'a Set among the inputs': [
    (ogc) => ogc.submit('p', { inputs: { image: new Set([1]) } }, { mode: 'async' }),
    'inputs.image must be a JSON value, got a Set'
  ],
  'inputs that hold themselves': [
    (ogc) => ogc.executeProcess('p', { inputs: circular }),
    'inputs.self must be a value that does not contain itself, got an object'
  ],
  'an unknown mode': [
    (ogc) => ogc.submit('p', {}, { mode: any('later') }),
    'mode must be "auto", "sync" or "async", got "later"'
  ],
  'null for the options of run': [(ogc) => ogc.run('p', {}, any(null)), options],
  'null for the options of submit': [(ogc) => ogc.submit('p', {}, any(null)), options],
  'null for the options of getJobResults': [(ogc) => ogc.getJobResults('j', any(null)), options],
  'null for the options of wait': [(ogc) => job(ogc).wait(any(null)), options],
  'null for the options of results': [(ogc) => job(ogc).results(any(null)), options],
  'null for the options of refresh': [(ogc) => job(ogc).refresh(any(null)), options],
  'null for the options of watch': [(ogc) => collect(job(ogc).watch(any(null))), options],
  'a signal to watch that is none': [
    (ogc) => collect(job(ogc).watch({ signal: any({}) })),
    'signal must be an AbortSignal, got an object'
  ],
  'a wait without end': [
    (ogc) => job(ogc).wait({ waitTimeout: Number.POSITIVE_INFINITY }),
    'waitTimeout must be a positive, finite number of milliseconds, got Infinity'
  ],
  'a wait of no number, before the job is started': [
    (ogc) => ogc.run('p', {}, { waitTimeout: Number.NaN }),
    'waitTimeout must be a positive, finite number of milliseconds, got NaN'
  ],
  'dismissOnAbort that is no boolean': [
    (ogc) => job(ogc).wait({ dismissOnAbort: any('yes') }),
    'dismissOnAbort must be true or false, got "yes"'
  ],
  'onProgress that is no function': [
    (ogc) => ogc.run('p', {}, { onProgress: any({}) }),
    'onProgress must be a function that takes the state of the job, got an object'
  ]
}

test.each(Object.entries(wrong))('%s is refused before anything is sent', async (_, [call, message]) => {
  const server = fakeServer({})
  const error = await rejection(call(clientOf(server)))
  expect(error).toMatchObject({ code: 'invalid-argument', name: 'OgcError', message })
  expect(server.calls).toEqual([])
})
