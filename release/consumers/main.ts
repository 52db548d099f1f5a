import { use } from './use.ts'

const [baseUrl = ''] = process.argv.slice(2)
console.log(JSON.stringify(await use(baseUrl)))
