import { createFeaturesMock } from '@geoclients/features-client/mock'
import { mswHandlers } from '@geoclients/features-client/mock/msw'
import { setupWorker } from 'msw/browser'
import { use } from './use.ts'

const mock = createFeaturesMock({ baseUrl: `${location.origin}/features` })
const worker = setupWorker(...(await mswHandlers(mock)))
await worker.start({ quiet: true })
const facts: unknown = await use(mock.baseUrl).catch((error: unknown) => ({ error: String(error) }))
document.title = JSON.stringify(facts)
