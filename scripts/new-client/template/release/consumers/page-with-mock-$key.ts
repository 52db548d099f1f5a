import { create$ApiMock } from '@geoclients/$key-client/mock'
import { mswHandlers } from '@geoclients/$key-client/mock/msw'
import { setupWorker } from 'msw/browser'
import { use } from './use.ts'

const mock = create$ApiMock({ baseUrl: `${location.origin}/$key` })
const worker = setupWorker(...(await mswHandlers(mock)))
await worker.start({ quiet: true })
const facts: unknown = await use(mock.baseUrl).catch((error: unknown) => ({ error: String(error) }))
document.title = JSON.stringify(facts)
