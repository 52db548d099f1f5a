import { createOgcMock } from '@geoclients/ogc-client/mock'
import { mswHandlers } from '@geoclients/ogc-client/mock/msw'
import { setupWorker } from 'msw/browser'
import { use } from './use.ts'

const mock = createOgcMock({ baseUrl: `${location.origin}/ogc` })
const worker = setupWorker(...(await mswHandlers(mock)))
await worker.start({ quiet: true })
const facts: unknown = await use(mock.baseUrl).catch((error: unknown) => ({ error: String(error) }))
document.title = JSON.stringify(facts)
