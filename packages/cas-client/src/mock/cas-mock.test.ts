import { expect, test } from 'vitest'
import { createCasMock } from './cas-mock.ts'
import { describeDataset } from './catalogue/describe.ts'
import { type MockProvider, ProviderFailure } from './mock-provider.ts'
import { createTestKit, point } from './test-kit.ts'

const summary = { slug: 'my_rivers', name: 'My rivers', protocol: 'rest', base_url: 'https://rivers.example' }
const facts = { variable: 'order', units: '1', resolution: 90 }
const rivers: MockProvider = {
  ...summary,
  datasets: [
    {
      description: describeDataset(summary, 'order', { ...facts, validRange: [1, 12] }),
      duration: 250,
      extract: ({ longitude, bounds }) => {
        if (longitude > 100) throw new ProviderFailure('no rivers here')
        return { value: Math.round(bounds.max_lat), quality: 'estimated' }
      }
    }
  ]
}

test('providers are added to the built-in ones, in alphabetical order', async () => {
  const { ask, extract, clock } = createTestKit({ providers: [rivers] })
  const { providers, total } = await (await ask('/api/v1/providers')).json()
  expect(total).toBe(6)
  expect(providers.at(-1)).toEqual(summary)
  const answer = extract(point(1, 7), ['my_rivers:order'])
  await clock.advance(250)
  expect(await answer).toMatchObject({
    results: [{ variable: 'order', value: 7, quality: 'estimated', elapsed_ms: 250, valid_range: [1, 12] }],
    warnings: [],
    elapsed_ms: 250
  })
})

test('a dataset fails in its own words', async () => {
  const { extract } = createTestKit({ providers: [rivers] })
  expect((await extract(point(101, 7), ['my_rivers:order'])).warnings).toEqual([
    'my_rivers:order: [my_rivers] no rivers here'
  ])
})

test('a provider with the slug of a built-in one takes its place', async () => {
  const { ask } = createTestKit({ providers: [{ ...rivers, slug: 'demo_soil' }] })
  expect(await (await ask('/api/v1/providers/demo_soil')).json()).toMatchObject({
    name: 'My rivers',
    datasets: [{ id: 'my_rivers:order' }]
  })
})

test('a function chooses from the built-in ones', async () => {
  const { ask } = createTestKit({ providers: (builtIn) => [rivers, ...builtIn.slice(0, 1)] })
  const { providers } = await (await ask('/api/v1/providers')).json()
  expect(providers.map(({ slug }: { slug: string }) => slug)).toEqual(['demo_climate', 'my_rivers'])
})

test('every answer has an id of its own in its header, another one in a body that succeeded', async () => {
  const { ask, post } = createTestKit()
  const body = { geometry: point(1, 2), dataset_ids: ['demo_terrain:slope'] }
  const first = await post('/api/v1/extract', body)
  expect(first.headers.get('X-Request-ID')).toBe('000000000001')
  expect((await first.json()).request_id).toBe('000000000002')
  const refused = await post('/api/v1/extract', {}, { 'X-Request-ID': 'mine' })
  expect(refused.headers.get('X-Request-ID')).toBe('000000000003')
  expect((await refused.json()).error.request_id).toBe('000000000003')
  const ids = await Promise.all(['/health', '/nope', '/health/'].map(async (path) => (await ask(path)).headers))
  expect(ids.map((headers) => headers.get('X-Request-ID'))).toEqual(['000000000004', '000000000005', '000000000006'])
})

test.each([
  ['internal-error', 500, 'internal_error'],
  ['upstream-error', 502, 'upstream_error']
] as const)('%s is the service at fault, in its envelope', async (fault, status, type) => {
  const { mock, ask, refusal } = createTestKit()
  mock.failNext(fault, { path: '/api/v1/providers' })
  expect((await ask('/health')).status).toBe(200)
  const answer = ask('/api/v1/providers')
  expect(await refusal(answer)).toEqual({ status, type, message: expect.any(String), request_id: '000000000002' })
  expect((await answer).headers.get('X-Request-ID')).toBe('000000000002')
  expect((await ask('/api/v1/providers')).status).toBe(200)
})

test('faults of every mock go wrong here, too', async () => {
  const { mock, ask } = createTestKit()
  mock.failNext({ status: 503, retryAfter: 7 })
  const busy = await ask('/health')
  expect([busy.status, busy.headers.get('Retry-After')]).toEqual([503, '7'])
  mock.failNext('network')
  await expect(ask('/health')).rejects.toThrow('fetch failed')
})

test('reset forgets ids, results, requests and who has asked how often', async () => {
  const { mock, ask, extract } = createTestKit({ ratePerMinute: 2 })
  await extract(point(1, 2), ['demo_terrain:slope'])
  await extract(point(1, 2), ['demo_terrain:slope'])
  expect((await ask('/api/v1/providers')).status).toBe(429)
  mock.reset()
  expect(mock.requests).toEqual([])
  expect((await ask('/api/v1/providers')).headers.get('X-Request-ID')).toBe('000000000001')
  expect((await (await ask('/health')).json()).cache).toEqual({ hits: 0, misses: 0, size: 0, hit_rate: 0 })
})

test('two mocks that are asked the same answer the same, and share nothing', async () => {
  const story = async (): Promise<string[]> => {
    const { mock, ask, post } = createTestKit({ ratePerMinute: 4 })
    const body = { geometry: point(1, 2), dataset_ids: ['demo_land:land_cover', 'demo_faults:unreachable'] }
    mock.failNext('internal-error')
    const answers = [await ask('/api/v1/datasets'), await post('/api/v1/extract', body), await ask('/health')]
    return Promise.all(answers.map((answer) => answer.text()))
  }
  expect(await story()).toEqual(await story())
})

test('it lives below the path of its base URL', async () => {
  const mock = createCasMock({ baseUrl: 'http://cas.test/attributes/' })
  expect(mock.baseUrl).toBe('http://cas.test/attributes')
  expect((await mock.fetch('http://cas.test/attributes/health')).status).toBe(200)
  expect((await mock.fetch('http://cas.test/health')).status).toBe(404)
  const redirect = await mock.fetch('http://other:81/attributes/health/')
  expect(redirect.headers.get('Location')).toBe('http://other:81/attributes/health')
})

test('latency passes on the clock of the mock, requests are kept for assertions', async () => {
  const { mock, post, clock } = createTestKit({ latency: 40 })
  const answer = post('/api/v1/extract', { dataset_ids: [] }, { 'X-API-Key': 'secret' })
  await clock.advance(40)
  expect((await answer).status).toBe(422)
  expect(mock.requests).toMatchObject([{ method: 'POST', path: '/api/v1/extract', body: '{"dataset_ids":[]}' }])
  expect(mock.requests[0]?.headers['x-api-key']).toBe('secret')
})
