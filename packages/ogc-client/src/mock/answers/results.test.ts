import { describe, expect, test } from 'vitest'
import type { ProcessRequest } from '../../generated/types.ts'
import { createTestKit, readParts } from '../test-kit.ts'

/** Every cell of the matrix holds for a synchronous answer and for the results of an asynchronous job alike. */
describe.each(['sync', 'async'] as const)('%s', (mode) => {
  async function results(request: ProcessRequest, processId = 'echo_inputs', accept?: string): Promise<Response> {
    const kit = createTestKit()
    const headers = accept === undefined ? {} : { Accept: accept }
    if (mode === 'sync') return kit.execute(processId, request, headers)
    const { jobID } = await kit.submit(processId, request)
    return kit.ask(`/jobs/${jobID}/results`, { headers })
  }

  const inputs = { literal: 'moin', bytes: 'AP8=' }
  const store = (id: string): string => `http://ogc.test/results-store/job-1/${id}`

  test.each([
    ['literal', 'text/plain; charset=utf-8', new TextEncoder().encode('moin')],
    ['array', 'application/json', new TextEncoder().encode('[1,2,3]')],
    ['names', 'application/json', new TextEncoder().encode('["green"]')],
    ['bytes', 'application/octet-stream', Uint8Array.from([0, 255])]
  ])('raw, value, one output: %s as %s', async (id, mediaType, body) => {
    const response = await results({ inputs, outputs: { [id]: {} } })
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe(mediaType)
    expect(await response.bytes()).toEqual(body)
  })

  test('raw, value, one output: an object and a bbox as they are', async () => {
    const feature = await results({ outputs: { feature: {} }, response: 'raw' })
    expect(feature.headers.get('Content-Type')).toBe('application/geo+json')
    expect(await feature.json()).toMatchObject({ type: 'Feature' })
    const bbox = await results({ outputs: { bbox: { transmissionMode: 'value' } } })
    expect(bbox.headers.get('Content-Type')).toBe('application/json')
    expect(await bbox.json()).toMatchObject({ bbox: [-180, -90, 180, 90] })
  })

  test('raw, value, the only output of a process without asking for it', async () => {
    expect(await (await results({ inputs: { min_val: 90 } }, 'primes_between')).json()).toEqual([97])
  })

  test('raw, value, several outputs: all of them where none is named', async () => {
    for (const outputs of [undefined, {}]) {
      const response = await results({ inputs, ...(outputs && { outputs }) })
      expect(response.status).toBe(200)
      expect(response.headers.get('Content-Type')).toMatch(/^multipart\/related; boundary=/)
      const parts = await readParts(response)
      expect(parts.map(({ headers }) => headers.get('Content-ID'))).toEqual([
        'literal',
        'array',
        'names',
        'feature',
        'bbox',
        'bytes'
      ])
      expect(parts[0]?.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
      expect(new TextDecoder().decode(parts[0]?.body)).toBe('moin')
      expect(parts[5]?.body).toEqual(Uint8Array.from([0, 255]))
    }
  })

  test('raw, value, several outputs: those asked for, in that order', async () => {
    const parts = await readParts(await results({ inputs, outputs: { bytes: {}, literal: {} } }))
    expect(parts.map(({ headers }) => headers.get('Content-ID'))).toEqual(['bytes', 'literal'])
  })

  test('raw, reference, one output', async () => {
    const response = await results({ inputs, outputs: { bytes: { transmissionMode: 'reference' } } })
    expect(response.status).toBe(204)
    expect(response.body).toBeNull()
    expect(response.headers.get('Link')).toContain(`<${store('bytes')}>; rel="bytes"; type="application/octet-stream"`)
  })

  test('raw, reference, several outputs', async () => {
    const reference = { transmissionMode: 'reference' as const }
    const response = await results({ inputs, outputs: { literal: reference, bbox: reference } })
    expect(response.status).toBe(204)
    const link = response.headers.get('Link') ?? ''
    expect(link).toContain(`<${store('literal')}>; rel="literal"; type="text/plain"`)
    expect(link).toContain(`<${store('bbox')}>; rel="bbox"; type="application/json"`)
  })

  test('raw, mixed', async () => {
    const response = await results({ inputs, outputs: { literal: {}, bytes: { transmissionMode: 'reference' } } })
    expect(response.status).toBe(200)
    const [literal, bytes] = await readParts(response)
    expect(new TextDecoder().decode(literal?.body)).toBe('moin')
    expect(literal?.headers.has('Content-Location')).toBe(false)
    expect(bytes?.headers.get('Content-ID')).toBe('bytes')
    expect(bytes?.headers.get('Content-Location')).toBe(store('bytes'))
    expect(bytes?.headers.get('Content-Type')).toBe('application/octet-stream')
    expect(bytes?.body.length).toBe(0)
  })

  test('document, value: plain values, qualified objects and base64', async () => {
    const response = await results({ inputs, response: 'document' })
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/json')
    expect(await response.json()).toEqual({
      literal: 'moin',
      array: [1, 2, 3],
      names: ['green'],
      feature: { value: expect.objectContaining({ type: 'Feature' }), mediaType: 'application/geo+json' },
      bbox: { bbox: [-180, -90, 180, 90], crs: expect.stringContaining('CRS84') },
      bytes: { value: 'AP8=', mediaType: 'application/octet-stream', encoding: 'base64' }
    })
  })

  test('document, value, one output is a map, too', async () => {
    expect(await (await results({ inputs, response: 'document', outputs: { literal: {} } })).json()).toEqual({
      literal: 'moin'
    })
  })

  test('document, reference and mixed', async () => {
    const outputs = { literal: {}, bytes: { transmissionMode: 'reference' as const } }
    expect(await (await results({ inputs, response: 'document', outputs })).json()).toEqual({
      literal: 'moin',
      bytes: { href: store('bytes'), type: 'application/octet-stream' }
    })
  })

  test.each([
    ['document', { response: 'document' }, 'image/png', 'application/json'],
    ['one raw output', { outputs: { bytes: {} } }, 'application/json', 'application/octet-stream'],
    ['several raw outputs', {}, 'application/json', 'multipart/related']
  ] as [string, ProcessRequest, string, string][])(
    '%s needs an Accept that allows it',
    async (_name, request, accept, offered) => {
      const refused = await results(request, 'echo_inputs', accept)
      expect(refused.status).toBe(406)
      expect(await refused.json()).toMatchObject({ status: 406, detail: `Only ${offered} can be sent.` })
      expect((await results(request, 'echo_inputs', `${accept}, ${offered}`)).status).toBe(200)
    }
  )

  test('references need no Accept: they have no body', async () => {
    const response = await results(
      { outputs: { bytes: { transmissionMode: 'reference' } } },
      'echo_inputs',
      'image/png'
    )
    expect(response.status).toBe(204)
  })
})
