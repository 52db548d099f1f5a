import { create$ApiMock } from '@geoclients/$key-client/mock'
import { serve } from '@geoclients/$key-client/mock/node'
import { create$ApiClient } from '@geoclients/$key-client/node'
import { use } from './use.ts'

const server = await serve(create$ApiMock())
const $api = await create$ApiClient({ env: { $API_BASE_URL: server.url } })
const facts = await use(String($api.config.baseUrl))
$api.close()
await server.close()
console.log(JSON.stringify(facts))
