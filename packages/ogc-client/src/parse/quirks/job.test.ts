import type { Reply } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { replyOf } from '../../testing/reply.ts'
import {
  bareJobId,
  idAsText,
  idForJobId,
  jobIdFromBodyLinks,
  jobIdFromLocation,
  jobIdFromMonitorLink,
  processIdOf,
  progressAsNumber,
  tracebackOf,
  typeOrProcess
} from './job.ts'

test.each([
  [{ jobID: '1', id: '2' }, '1'],
  [{ id: '2' }, '2'],
  [{ jobID: null, id: '2' }, '2'],
  [{}, undefined]
])('idForJobId of %j', (state, id) => {
  expect(idForJobId(state)).toBe(id)
})

test.each([
  ['1', '1'],
  [1, '1'],
  ['', undefined],
  [1.5, undefined],
  [null, undefined],
  [{}, undefined]
])('idAsText of %j', (id, text) => {
  expect(idAsText(id)).toBe(text)
})

test('bareJobId: an id in a list is a job of unknown state', () => {
  expect(bareJobId('1')).toEqual({ jobID: '1', status: 'unknown' })
  expect(bareJobId({ jobID: '1' })).toBeUndefined()
})

test('typeOrProcess: what has no type is a process, another type stays', () => {
  expect([typeOrProcess({}), typeOrProcess({ type: null }), typeOrProcess({ type: 'openeo' })]).toEqual([
    'process',
    'process',
    'openeo'
  ])
})

test('tracebackOf: under either name, as a list', () => {
  expect(tracebackOf({ traceback: ['a', 5] })).toEqual(['a', '5'])
  expect(tracebackOf({ 'x-traceback': 'a' })).toEqual(['a'])
  expect(tracebackOf({ traceback: null })).toBeUndefined()
})

test.each([
  ['100', 100],
  ['99.5', 99.5],
  [50, 50],
  ['50%', 50],
  [' 7.5 %', 7.5],
  ['half', undefined],
  ['', undefined],
  [true, undefined],
  [{}, undefined],
  [undefined, undefined]
])('progressAsNumber: %j is %j', (progress, number) => {
  expect(progressAsNumber({ progress })).toBe(number)
})

const answer = (headers: Record<string, string>): Reply => replyOf(null, { headers })

test('jobIdFromLocation: what follows /jobs/', () => {
  expect(jobIdFromLocation(answer({ Location: '/geoserver/ogc/processes/v1/jobs/a%2Fb?f=json' }))).toBe('a/b')
  expect(jobIdFromLocation(answer({ Location: '/processes/p' }))).toBeUndefined()
})

test('jobIdFromMonitorLink: with and without angle brackets', () => {
  expect(jobIdFromMonitorLink(answer({ Link: '<https://h/jobs/1>; rel="monitor"' }))).toBe('1')
  expect(jobIdFromMonitorLink(answer({ Link: 'https://h/jobs/1; rel=monitor; title=Status' }))).toBe('1')
  expect(jobIdFromMonitorLink(answer({ Link: '</jobs/1>; rel="self"' }))).toBeUndefined()
})

test('jobIdFromBodyLinks: a monitor or status link before what the body says of itself', () => {
  const self = { rel: 'self', href: '/jobs/1' }
  expect(jobIdFromBodyLinks({ links: [self, { rel: 'status', href: '/jobs/2' }] })).toBe('2')
  expect(jobIdFromBodyLinks({ links: [{ rel: 'monitor', href: '/queue' }, self] })).toBe('1')
  expect(jobIdFromBodyLinks({ links: [{ rel: 'up', href: '/jobs/1' }] })).toBeUndefined()
  expect(jobIdFromBodyLinks({})).toBeUndefined()
})

test.each([
  [{ processID: 'p' }, 'p'],
  [{ processId: 'p' }, 'p'],
  [{ process_id: 7 }, '7'],
  [{ processID: 'https://ogc.example/processes/x/processes/my%20p?f=json' }, 'my p'],
  [{ processID: '/processes/p' }, 'p'],
  [{ processID: 'a/b' }, 'a/b'],
  [{ processID: 'urn:x:p' }, 'urn:x:p'],
  [{ processID: 'https://ogc.example/processes/%E0%A4%A' }, '%E0%A4%A'],
  [{}, undefined]
])('processIdOf: the process of %j is %j', (state, id) => {
  expect(processIdOf(state)).toBe(id)
})
