import { join } from 'node:path'
import { pythonEnvironment } from '../environment.ts'
import { findPython } from '../python.ts'
import { type Server, startServer } from '../server.ts'

/** The servers of `npm run interop -- --older`, by the names of their files in `requirements/older`. */
export const olderServers = [
  'pygeoapi-0.15',
  'pygeoapi-0.18',
  'pygeoapi-0.20',
  'pygeoapi-0.22',
  'fastprocesses'
] as const
export type OlderServer = (typeof olderServers)[number]

/** The dependencies of pygeoapi 0.15 have no wheels for newer versions of Python. */
const oldPython = { oldest: 9, newest: 11, variable: 'GEOCLIENTS_OLDER_PYTHON' }

export async function startOlder(name: OlderServer): Promise<Server> {
  const python = await findPython(process.env, name === 'pygeoapi-0.15' ? oldPython : undefined)
  const requirements = join(import.meta.dirname, '..', 'requirements', 'older', `${name}.txt`)
  const environment = await pythonEnvironment({ name, requirements, python })
  const kind = name.split('-', 1)[0] as string
  return await startServer({
    name,
    command: environment.command('python'),
    args: ({ host, port }) => [
      join(import.meta.dirname, 'fixtures', kind, 'serve.py'),
      ...['--host', host, '--port', String(port)]
    ],
    env: () => ({ PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: undefined, PYTHONHOME: undefined }),
    healthPath: '/processes?f=json'
  })
}
