import { join } from 'node:path'
import { type PythonEnvironment, pythonEnvironment } from '../environment.ts'
import { type Server, startServer } from '../server.ts'

/** Accepted by the two set-ups with authentication; a key, or a caller without one, has a rate limit of its own. */
export const casKeys: readonly string[] = [
  'key-one',
  'key-two',
  ...Array.from({ length: 300 }, (_, i) => `key-${i + 3}`)
]

/** Requests that one caller may send within 60 s to the set-up with a rate limit. */
export const casRequestsPerMinute = 20

export type CasSetUp = 'cas' | 'cas-keys' | 'cas-limit'

/** Vertices that a geometry may have: but for one, the set-ups have the service's own limit. */
export const casVertices: Readonly<Record<CasSetUp, number>> = { cas: 10_000, 'cas-keys': 50, 'cas-limit': 10_000 }

/** CAS with the providers of `fixtures/cas/offline_cas.py` and no others, open to everybody. */
export const startCas = (settings: NodeJS.ProcessEnv = {}): Promise<Server> => start('cas', settings)

/** The same behind API keys, and with little patience for long geometries. */
export const startCasWithKeys = (): Promise<Server> =>
  start('cas-keys', { ...withKeys, CAS_MAX_POLYGON_VERTICES: String(casVertices['cas-keys']) })

/** The same behind API keys and a rate limit. */
export const startCasWithLimit = (): Promise<Server> =>
  start('cas-limit', {
    ...withKeys,
    CAS_RATE_LIMIT_ENABLED: 'true',
    CAS_RATE_LIMIT_PER_MINUTE: String(casRequestsPerMinute)
  })

const withKeys = { CAS_AUTH_ENABLED: 'true', CAS_API_KEYS: casKeys.join() }

/** CAS as it might be one day: `fixtures/cas/altered_cas.py` says what is other. */
export const startAlteredCas = (): Promise<Server> => start('cas-altered', {}, 'altered_cas:app')

/** Answers are cached and requests counted in memory, so every start begins anew. */
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

/** The interpreter that the service runs on; it has the service's own Python client, too. */
export const casPython = async (): Promise<string> => (await casEnvironment()).command('python')

const python = { PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: undefined, PYTHONHOME: undefined }

/** Settings that happen to stand in the environment are removed. */
function inherited(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => /^(CAS|UVICORN)_/i.test(name))
  return Object.fromEntries(names.map((name) => [name, undefined]))
}
