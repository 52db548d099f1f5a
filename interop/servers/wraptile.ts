import { join } from 'node:path'
import { pythonEnvironment } from '../environment.ts'
import { type Server, startServer } from '../server.ts'

/**
 * wraptile with the processes of its own testing service: `primes_between`, `sleep_a_while` and others.
 * All state is in memory, so every start begins with no jobs.
 */
export async function startWraptile(): Promise<Server> {
  const environment = await pythonEnvironment({
    name: 'wraptile',
    requirements: join(import.meta.dirname, '..', 'requirements', 'wraptile.txt')
  })
  return await startServer({
    name: 'wraptile',
    command: environment.command('wraptile'),
    args: ({ host, port }) => [
      'run',
      '--host',
      host,
      '--port',
      String(port),
      'wraptile.services.local.testing:service'
    ],
    env: () => ({ PYTHONUNBUFFERED: '1', PYTHONPATH: undefined, PYTHONHOME: undefined, EOZILLA_SERVICE: undefined }),
    healthPath: '/conformance'
  })
}
