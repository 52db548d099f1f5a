import { createCasMock } from '@geoclients/cas-client/mock'
import { serve } from '@geoclients/cas-client/mock/node'
import { createCasClient } from '@geoclients/cas-client/node'
import { use } from './use.ts'

const server = await serve(createCasMock())
const cas = await createCasClient({ env: { CAS_BASE_URL: server.url } })
const facts = await use(String(cas.config.baseUrl))
cas.close()
await server.close()
console.log(JSON.stringify(facts))
