import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pythonEnvironment } from './environment.ts'

/* `npm run workflows`: zizmor looks for ways to misuse the workflows of the CI: rights, credentials, actions of others. */
const requirements = join(import.meta.dirname, 'requirements', 'zizmor.txt')
const { command } = await pythonEnvironment({ name: 'zizmor', requirements })
const args = ['--offline', '--no-progress', join(import.meta.dirname, '..', '.github')]
process.exitCode = spawnSync(command('zizmor'), args, { stdio: 'inherit' }).status ?? 1
