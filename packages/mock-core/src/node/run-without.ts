import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'

/** Runs a program (text of a module) in a Node that cannot find these packages. Resolves with its output. */
export async function runWithout(packages: readonly string[], program: string): Promise<string> {
  const hook = `
    import { registerHooks } from 'node:module'
    const absent = ${JSON.stringify(packages)}
    registerHooks({
      resolve(specifier, context, next) {
        if (!absent.some((name) => specifier === name || specifier.startsWith(name + '/'))) return next(specifier, context)
        throw Object.assign(new Error('Cannot find package ' + specifier), { code: 'ERR_MODULE_NOT_FOUND' })
      }
    })`
  const child = spawn(process.execPath, [
    ...['--import', `data:text/javascript,${encodeURIComponent(hook)}`],
    ...['--input-type=module', '--eval', program]
  ])
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  await once(child, 'close')
  return output.trim()
}
