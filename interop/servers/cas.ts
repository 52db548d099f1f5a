import { join } from 'node:path'
import { pythonEnvironment } from '../environment.ts'
import { type Server, startServer } from '../server.ts'

/** Accepted by the two set-ups with authentication; a key, or a caller without one, has a rate limit of its own. */
export const casKeys: readonly string[] = ['key-one', 'key-two', 'key-three']

/** Requests that one caller may send within 60 s to the set-up with a rate limit. */
export const casRequestsPerMinute = 4

/** Vertices that a geometry may have in the set-up with authentication; the others have the service's own limit. */
export const casVertices = 50

/** CAS with the providers of `fixtures/cas/offline_cas.py` and no others, open to everybody. */
export const startCas = (): Promise<Server> => start('cas', {})

/** The same behind API keys, and with little patience for long geometries. */
export const startCasWithKeys = (): Promise<Server> =>
  start('cas-keys', { ...withKeys, CAS_MAX_POLYGON_VERTICES: String(casVertices) })

/** The same behind API keys and a rate limit. */
export const startCasWithLimit = (): Promise<Server> =>
  start('cas-limit', {
    ...withKeys,
    CAS_RATE_LIMIT_ENABLED: 'true',
    CAS_RATE_LIMIT_PER_MINUTE: String(casRequestsPerMinute)
  })

const withKeys = { CAS_AUTH_ENABLED: 'true', CAS_API_KEYS: casKeys.join() }

/** Answers are cached and requests counted in memory, so every start begins anew. */
async function start(name: string, settings: NodeJS.ProcessEnv): Promise<Server> {
  const environment = await pythonEnvironment({
    name: 'cas',
    requirements: join(import.meta.dirname, '..', 'requirements', 'cas.txt')
  })
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
      'offline_cas:app'
    ],
    env: () => ({ ...inherited(), ...python, CAS_PROVIDER_TIMEOUT_S: '2', ...settings }),
    healthPath: '/health'
  })
}

const python = { PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: undefined, PYTHONHOME: undefined }

/** Settings that happen to stand in the environment are removed. */
function inherited(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => /^(CAS|UVICORN)_/i.test(name))
  return Object.fromEntries(names.map((name) => [name, undefined]))
}
