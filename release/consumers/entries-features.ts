import { createFeaturesMock } from '@geoclients/features-client/mock'
import { serve } from '@geoclients/features-client/mock/node'
import { createFeaturesClient } from '@geoclients/features-client/node'
import { use } from './use.ts'

const server = await serve(createFeaturesMock())
const features = await createFeaturesClient({ env: { FEATURES_BASE_URL: server.url } })
const facts = await use(String(features.config.baseUrl))
features.close()
await server.close()
console.log(JSON.stringify(facts))
