import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { cli } from '../testing/cli.ts'
import { ogcServer } from '../testing/servers.ts'

test('processes: a table, JSON and YAML, by either name', async () => {
  const { url } = await ogcServer()
  const run = async (...args: string[]): Promise<string> => (await cli(['ogc', ...args, '--base-url', url])).stdout
  const plain = await run('processes')
  expect(plain.split('\n')[0]).toBe('id\tversion\ttitle\thow it runs')
  expect(plain).toContain('\nprimes_between\t1.0.0\tPrime numbers in a range\t')
  expect(await run('list-processes')).toBe(plain)
  const json: { id: string }[] = JSON.parse(await run('processes', '--json'))
  expect(json.map(({ id }) => id)).toContain('primes_between')
  expect(parse(await run('processes', '--yaml'))).toEqual(json)
})

test('process: its inputs and outputs', async () => {
  const { url } = await ogcServer()
  const { stdout } = await cli(['ogc', 'process', 'bbox_area', '--base-url', url])
  expect(stdout).toContain('\nbbox\togc-bbox\tyes\t')
  expect(stdout).toContain('\nunit\t"km2" | "ha" | "m2"\tno\tkm2\tUnit\n')
  expect(stdout).toContain('\narea\tnumber\tArea\n')
})

test('capabilities and conformance', async () => {
  const { url } = await ogcServer({ title: 'Test server' })
  const run = async (name: string): Promise<string> => (await cli(['ogc', name, '--base-url', url])).stdout
  expect(await run('capabilities')).toContain('Test server\n')
  expect(await run('conformance')).toContain('http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/core\n')
})
