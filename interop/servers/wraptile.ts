import { join } from 'node:path'
import { pythonEnvironment } from '../environment.ts'
import { type Server, startServer } from '../server.ts'

/** wraptile with the processes of its own test service: `primes_between`, `sleep_a_while` and others. */
export const startWraptile = (): Promise<Server> => start('wraptile', 'wraptile.services.local.testing:service')

/** wraptile with the processes of the contract: `fixtures/wraptile`. */
export const startWraptileForContract = (): Promise<Server> => start('wraptile-contract', 'contract_service:service')

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'wraptile')

/** All state is in memory, so it starts without jobs. */
async function start(name: string, service: string): Promise<Server> {
  const environment = await pythonEnvironment({
    name: 'wraptile',
    requirements: join(import.meta.dirname, '..', 'requirements', 'wraptile.txt')
  })
  return await startServer({
    name,
    command: environment.command('wraptile'),
    args: ({ host, port }) => ['run', '--host', host, '--port', String(port), service],
    env: () => ({ ...python, PYTHONPATH: fixtures, EOZILLA_SERVICE: undefined }),
    healthPath: '/conformance'
  })
}

const python = { PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONHOME: undefined }
