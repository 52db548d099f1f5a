import { runCases } from './run.ts'

const [serverUrl = '', run = '', keys = ''] = process.argv.slice(2)
console.log(JSON.stringify(await runCases(serverUrl, run, keys.split(','))))
process.exit()
