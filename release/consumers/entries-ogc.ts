import { oauth2 } from '@geoclients/ogc-client/auth'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { serve } from '@geoclients/ogc-client/mock/node'
import { createOgcClient } from '@geoclients/ogc-client/node'
import { inputSchema, validateInputs } from '@geoclients/ogc-client/schema'
import { use } from './use.ts'

const server = await serve(createOgcMock())
const auth = oauth2({ tokenUrl: `${server.url}/token`, grant: 'client_credentials', clientId: 'a', clientSecret: 'b' })
const ogc = await createOgcClient({ env: { EOZILLA_API_URL: server.url }, auth })
const primes = await ogc.getProcess('primes_between')
if (inputSchema(primes).type !== 'object' || validateInputs(primes, { min_val: -1 }).length !== 1) {
  throw new Error('validateInputs must find what is wrong')
}
const facts = await use(String(ogc.config.baseUrl))
ogc.close()
await server.close()
console.log(JSON.stringify(facts))
