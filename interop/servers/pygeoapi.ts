import { join } from 'node:path'
import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { pythonEnvironment } from '../environment.ts'
import { type Server, startServer } from '../server.ts'

/** pygeoapi with a job manager, which stores jobs and results in files: `fixtures/pygeoapi`. */
export const startPygeoapi = (): Promise<Server> => start('pygeoapi', ['--manager', 'TinyDB'])

/** The same without a job manager, which is the default of pygeoapi: every execution is synchronous, and no job is kept. */
export const startPygeoapiWithoutManager = (): Promise<Server> => start('pygeoapi-without-manager', [])

/** The same with collections instead of processes. */
export const startPygeoapiWithFeatures = (): Promise<Server> =>
  start('pygeoapi-features', ['--config', 'features.yml'], '/collections?f=json')

/** The server makes a folder for its state and removes it when it ends, so it starts without jobs. */
async function start(name: string, options: readonly string[], healthPath = '/processes?f=json'): Promise<Server> {
  const [environment, processes] = await Promise.all([
    pythonEnvironment({
      name: 'pygeoapi',
      requirements: join(import.meta.dirname, '..', 'requirements', 'pygeoapi.txt')
    }),
    describeProcesses()
  ])
  return await startServer({
    name,
    command: environment.command('python'),
    args: ({ host, port }) => [
      join(import.meta.dirname, '..', 'fixtures', 'pygeoapi', 'serve.py'),
      ...['--host', host, '--port', String(port), ...options]
    ],
    env: () => ({ ...inherited(), ...python, GEOCLIENTS_PROCESSES: processes }),
    healthPath
  })
}

const python = { PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: undefined, PYTHONHOME: undefined }

/** Removes settings that are in the environment by accident. */
function inherited(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => name.startsWith('PYGEOAPI_'))
  return Object.fromEntries(names.map((name) => [name, undefined]))
}

/** The mock's descriptions of its processes, as JSON by id. The plug-ins use the same descriptions. */
async function describeProcesses(): Promise<string> {
  const mock = createOgcMock()
  using ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
  const { processes } = await ogc.getProcesses()
  const described = await Promise.all(processes.map(({ id }) => ogc.getProcess(id)))
  return JSON.stringify(Object.fromEntries(described.map(({ links: _, ...own }) => [own.id, own])))
}
