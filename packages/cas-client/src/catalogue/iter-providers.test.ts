import { expect, test } from 'vitest'
import type { IterateOptions } from '../client/options.ts'
import { type Answer, clientOf, type FakeService, fakeService, hangs, json } from '../testing/fake-service.ts'
import { collect, rejection, settle } from '../testing/outcome.ts'
import { providerOf, providersPage, summaryOf } from '../testing/samples.ts'

const list = 'GET /attributes/api/v1/providers'
const slugs = Array.from({ length: 10 }, (_, i) => `p${i}`)
const summaries = slugs.map(summaryOf)

/** Ten providers on pages of four, each answered as `detail` says. */
function tenProviders(detail: (slug: string) => Answer): FakeService {
  const pages = [0, 4, 8].map((at) => [`${list}?limit=4&offset=${at}`, json(providersPage(summaries, at, 4))] as const)
  const details = slugs.map((slug) => [`${list}/${slug}`, detail(slug)] as const)
  return fakeService(Object.fromEntries([...pages, ...details]))
}

const at = (slug: string): string => `${list}/${slug}`

test('all providers come in full and in the order of the list, whichever is answered first', async () => {
  const service = tenProviders((slug) => async () => {
    for (let turns = 9 - Number(slug.slice(1)); turns > 0; turns--) await settle()
    return Response.json(providerOf(slug))
  })
  expect(await collect(clientOf(service).iterProviders({ limit: 4 }))).toEqual(slugs.map(providerOf))
  expect(service.lines().filter((line) => line.includes('?'))).toEqual([
    `${list}?limit=4&offset=0`,
    `${list}?limit=4&offset=4`,
    `${list}?limit=4&offset=8`
  ])
})

test('it starts at an offset, which is 0 by default', async () => {
  const service = tenProviders((slug) => json(providerOf(slug)))
  const some = await collect(clientOf(service).iterProviders({ limit: 4, offset: 8 }))
  expect(some.map(({ slug }) => slug)).toEqual(['p8', 'p9'])

  const empty = fakeService({ [`${list}?offset=0`]: json(providersPage([], 0, 100)) })
  expect(await collect(clientOf(empty).iterProviders())).toEqual([])
  expect(empty.seen).toHaveLength(1)
})

test.each<[options: IterateOptions, most: number]>([
  [{}, 4],
  [{ concurrency: undefined }, 4],
  [{ concurrency: 1 }, 1],
  [{ concurrency: 3 }, 3],
  [{ concurrency: 64 }, 10]
])('with %j there are at most %i requests for details under way', async (options, most) => {
  let underWay = 0
  let highest = 0
  const service = tenProviders((slug) => async () => {
    highest = Math.max(highest, ++underWay)
    for (let turn = 0; turn < 4; turn++) await settle()
    underWay--
    return Response.json(providerOf(slug))
  })
  expect(await collect(clientOf(service).iterProviders({ limit: 4 }, options))).toHaveLength(10)
  expect(highest).toBe(most)
})

test('nothing is fetched before the first provider is asked for', async () => {
  const service = tenProviders((slug) => json(providerOf(slug)))
  clientOf(service).iterProviders({ limit: 4 })
  await settle()
  expect(service.seen).toEqual([])
})

test('when the reader leaves, nothing more is fetched and what is under way is aborted', async () => {
  const service = tenProviders((slug) => (slug < 'p2' ? json(providerOf(slug)) : hangs))
  const seen: string[] = []
  for await (const { slug } of clientOf(service).iterProviders({ limit: 4 }, { concurrency: 3 })) {
    seen.push(slug)
    if (slug === 'p1') break
  }
  await settle()
  expect(seen).toEqual(['p0', 'p1'])
  expect(service.lines()).toEqual([`${list}?limit=4&offset=0`, at('p0'), at('p1'), at('p2'), at('p3')])
  expect(service.seen.slice(3).map(({ signal }) => signal?.aborted)).toEqual([true, true])
})

test('an error in the middle comes in its turn and ends everything', async () => {
  const missing = json({ detail: "Unknown provider 'p2'" }, { status: 404 })
  const service = tenProviders((slug) => (slug < 'p2' ? json(providerOf(slug)) : slug === 'p2' ? missing : hangs))
  const seen: string[] = []
  const read = async () => {
    for await (const { slug } of clientOf(service).iterProviders({ limit: 4 }, { concurrency: 2 })) seen.push(slug)
  }
  expect(await rejection(read())).toMatchObject({ status: 404, url: expect.stringContaining('/providers/p2') })
  await settle()
  expect(seen).toEqual(['p0', 'p1'])
  expect(service.lines().at(-1)).toBe(at('p3'))
  expect(service.seen.at(-1)?.signal?.aborted).toBe(true)
})

test('a page that fails ends it, too', async () => {
  const broken = json({ detail: 'Not Found' }, { status: 404 })
  const service = fakeService({ [`${list}?offset=0`]: broken })
  expect(await rejection(collect(clientOf(service).iterProviders()))).toMatchObject({ status: 404 })
})

test('the signal of the caller ends it, with its reason', async () => {
  const service = tenProviders((slug) => (slug === 'p0' ? json(providerOf(slug)) : hangs))
  const controller = new AbortController()
  const providers = clientOf(service).iterProviders({ limit: 4 }, { signal: controller.signal })
  expect((await providers.next()).value?.slug).toBe('p0')
  const next = rejection(providers.next())
  controller.abort('enough')
  expect(await next).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
  expect(await providers.next()).toEqual({ done: true, value: undefined })
})

test('a signal that is aborted already sends nothing', async () => {
  const service = fakeService({})
  const providers = clientOf(service).iterProviders({}, { signal: AbortSignal.abort('never mind') })
  expect(await rejection(providers.next())).toMatchObject({ code: 'aborted', cause: 'never mind' })
  expect(service.seen).toEqual([])
})

test('the options of the call go with every request', async () => {
  const service = tenProviders((slug) => json(providerOf(slug)))
  await collect(clientOf(service).iterProviders({ limit: 4 }, { headers: { 'X-Trace': '7' }, concurrency: 2 }))
  expect(new Set(service.seen.map(({ headers }) => headers.get('X-Trace')))).toEqual(new Set(['7']))
  expect(service.seen).toHaveLength(13)
})

test.each([null, [], 'fast', { signal: {} }, { timeout: 0 }])(
  'the options %j are refused before anything is sent',
  async (given) => {
    const service = fakeService({})
    const providers = clientOf(service).iterProviders({}, given as IterateOptions)
    expect(await rejection(providers.next())).toMatchObject({ code: 'invalid-argument' })
    expect(service.seen).toEqual([])
  }
)
