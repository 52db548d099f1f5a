import { type ServerName, servers } from './servers.ts'

const names = Object.keys(servers).join(' | ')
const name = process.argv[2] ?? ''
if (process.argv.length !== 3 || !Object.hasOwn(servers, name)) {
  console.error(`Usage: npx node interop/serve.ts ${names}`)
  process.exit(2)
}

const server = await servers[name as ServerName]().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
console.log(server.baseUrl)
console.error(`${name} runs until Ctrl-C. Its log: ${server.logFile}`)

let asked = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    asked = true
    void server.stop()
  })
}
const how = await server.ended
if (!asked) {
  console.error(`${name} ${how}.`)
  process.exitCode = 1
}
