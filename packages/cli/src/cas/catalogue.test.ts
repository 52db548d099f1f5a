import { expect, test } from 'vitest'
import { cli } from '../testing/cli.ts'
import { casServer } from '../testing/servers.ts'

test('datasets by filters, providers, a provider and the health', async () => {
  const { url } = await casServer()
  const run = async (...args: string[]): Promise<string> => (await cli(['cas', ...args, '--base-url', url])).stdout
  const ids = async (...args: string[]): Promise<string[]> =>
    JSON.parse(await run('datasets', '--json', ...args)).map(({ id }: { id: string }) => id)
  expect(await ids('--variable', 'elevation')).toEqual(['demo_terrain:elevation', 'demo_terrain:elevation_1km'])
  expect(await ids('--variable', 'elevation', '--max-resolution', '100')).toEqual(['demo_terrain:elevation'])
  expect(await ids('--provider', 'nope')).toEqual([])
  expect(await run('datasets', '--variable', 'clay')).toContain('\tclay\tg/kg\t250 m\tstatic\t')
  expect(await run('providers')).toContain('demo_terrain\tDemo terrain\t')
  expect(await run('provider', 'demo_soil')).toContain('demo_soil: Demo soil\n')
  expect(await run('health')).toContain('providers\t5\n')
})
