import { oauth2 } from '@geoclients/ogc-client/auth'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { serve } from '@geoclients/ogc-client/mock/node'
import { createOgcClient } from '@geoclients/ogc-client/node'
import { use } from './use.ts'

const server = await serve(createOgcMock())
const auth = oauth2({ tokenUrl: `${server.url}/token`, grant: 'client_credentials', clientId: 'a', clientSecret: 'b' })
const ogc = await createOgcClient({ env: { EOZILLA_API_URL: server.url }, auth })
const facts = await use(String(ogc.config.baseUrl))
ogc.close()
await server.close()
console.log(JSON.stringify(facts))
