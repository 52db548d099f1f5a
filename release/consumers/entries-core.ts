import { oauth2 } from '@geoclients/client-core/auth'
import { fileTokenStore } from '@geoclients/client-core/node'
import { use } from './use.ts'

const [baseUrl = ''] = process.argv.slice(2)
const auth = oauth2({ tokenUrl: `${baseUrl}/token`, grant: 'client_credentials', clientId: 'a', clientSecret: 'b' })
const store = fileTokenStore('tokens.json')
if (typeof auth !== 'function' || typeof store.load !== 'function') throw new Error('An entry is not what it was.')
console.log(JSON.stringify(await use(baseUrl)))
