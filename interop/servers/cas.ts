import { join } from 'node:path'
import { type PythonEnvironment, pythonEnvironment } from '../environment.ts'
import { type Server, startServer } from '../server.ts'

/** The keys that the two set-ups with authentication accept. Each key, and each caller without one, has its own rate limit. */
export const casKeys: readonly string[] = [
  'key-one',
  'key-two',
  ...Array.from({ length: 300 }, (_, i) => `key-${i + 3}`)
]

/** The number of requests that one caller may send within 60 s, in the set-up with a rate limit. */
export const casRequestsPerMinute = 20

export type CasSetUp = 'cas' | 'cas-keys' | 'cas-limit'

/** The maximum number of vertices of a geometry. All set-ups except one use the service's own limit. */
export const casVertices: Readonly<Record<CasSetUp, number>> = { cas: 10_000, 'cas-keys': 50, 'cas-limit': 10_000 }

/** CAS with only the providers of `fixtures/cas/offline_cas.py`, without keys. */
export const startCas = (settings: NodeJS.ProcessEnv = {}): Promise<Server> => start('cas', settings)

/** The same with API keys, and a low limit for the vertices of a geometry. */
export const startCasWithKeys = (): Promise<Server> =>
  start('cas-keys', { ...withKeys, CAS_MAX_POLYGON_VERTICES: String(casVertices['cas-keys']) })

/** The same with API keys and a rate limit. */
export const startCasWithLimit = (): Promise<Server> =>
  start('cas-limit', {
    ...withKeys,
    CAS_RATE_LIMIT_ENABLED: 'true',
    CAS_RATE_LIMIT_PER_MINUTE: String(casRequestsPerMinute)
  })

const withKeys = { CAS_AUTH_ENABLED: 'true', CAS_API_KEYS: casKeys.join() }

/** A possible future CAS. `fixtures/cas/altered_cas.py` defines the differences. */
export const startAlteredCas = (): Promise<Server> => start('cas-altered', {}, 'altered_cas:app')

/** Responses are cached and requests are counted in memory, so every start begins anew. */
async function start(name: string, settings: NodeJS.ProcessEnv, app = 'offline_cas:app'): Promise<Server> {
  const environment = await casEnvironment()
  return await startServer({
    name,
    command: environment.command('uvicorn'),
    args: ({ host, port }) => [
      '--host',
      host,
      '--port',
      String(port),
      '--app-dir',
      join(import.meta.dirname, '..', 'fixtures', 'cas'),
      app
    ],
    env: () => ({ ...inherited(), ...python, CAS_PROVIDER_TIMEOUT_S: '2', ...settings }),
    healthPath: '/health'
  })
}

const casEnvironment = (): Promise<PythonEnvironment> =>
  pythonEnvironment({ name: 'cas', requirements: join(import.meta.dirname, '..', 'requirements', 'cas.txt') })

/** The interpreter of the service. It also has the service's own Python client. */
export const casPython = async (): Promise<string> => (await casEnvironment()).command('python')

const python = { PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: undefined, PYTHONHOME: undefined }

/** Removes settings that are in the environment by accident. */
function inherited(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => /^(CAS|UVICORN)_/i.test(name))
  return Object.fromEntries(names.map((name) => [name, undefined]))
}
