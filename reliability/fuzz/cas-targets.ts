import { CasClient, isCasError } from '@geoclients/cas-client'
import { parseGeoJson } from '@geoclients/cas-client/geojson'
import { createCasMock } from '@geoclients/cas-client/mock'
import { answeredBy, hasty, message, type Target } from './target.ts'

const baseUrl = 'https://fuzz.example/cas'
const geometry = { type: 'Point' as const, coordinates: [7, 46] }
const mock = createCasMock({ baseUrl })
const real = new CasClient({ baseUrl, fetch: mock.fetch })
const { datasets } = await real.datasets({ limit: 2 })
const datasetIds = datasets.map(({ id }) => id)

/** Real responses of the service. */
const seed = async (value: Promise<unknown>): Promise<readonly string[]> => [message(await value)]
const problems = [
  message(
    {
      error: {
        type: 'validation_error',
        message: 'x',
        request_id: 'r',
        detail: [{ loc: ['body', 0], msg: 'm', type: 't' }]
      }
    },
    {},
    422
  ),
  message({ detail: 'Not Found' }, { 'X-Request-ID': 'r' }, 404),
  message({ error: { type: 'rate_limited', message: 'x' } }, { 'Retry-After': '0' }, 429)
]

function target(name: string, seeds: readonly string[], read: (cas: CasClient) => Promise<unknown>): Target {
  return {
    name,
    seeds: [...seeds, ...problems],
    read: answeredBy((fetch) => {
      const cas = new CasClient({ baseUrl, fetch, ...hasty() })
      return read(cas).finally(() => cas.close())
    }),
    isOurs: isCasError
  }
}

const feature = `{"type":"Feature","id":9007199254740993,"properties":{"é":null},"geometry":${JSON.stringify(geometry)}}`
const geojson: Target = {
  name: 'GeoJSON texts',
  seeds: [
    `{"type":"FeatureCollection","features":[${feature},\n${feature}]}`,
    `${feature}\r\n\r\n${feature}\n`,
    `\u001e${feature}\n\u001e${feature}\n`,
    `\ufeff${feature}`,
    'PK\u0003\u0004',
    'a,b\n1,2'
  ],
  async read(input) {
    const features = new Blob([input as BlobPart]).stream().pipeThrough(parseGeoJson())
    for await (const _ of features);
  },
  isOurs: isCasError
}

export const casTargets: readonly Target[] = [
  target('extraction', await seed(real.extract({ geometry, datasetIds })), (cas) =>
    cas.extract({ geometry, datasetIds })
  ),
  target('batch', await seed(real.batchExtract({ geometries: [geometry, geometry], datasetIds })), (cas) =>
    cas.batchExtract({ geometries: [geometry, geometry], datasetIds })
  ),
  target('catalogue', await seed(real.datasets()), (cas) => cas.datasets()),
  target('provider', await seed(real.provider(datasets[0]?.provider ?? '')), (cas) => cas.provider('p')),
  target('health', await seed(real.health()), (cas) => cas.health()),
  geojson
]
