import { createCasMock } from '@geoclients/cas-client/mock'
import { mswHandlers } from '@geoclients/cas-client/mock/msw'
import { setupWorker } from 'msw/browser'
import { use } from './use.ts'

const mock = createCasMock({ baseUrl: `${location.origin}/cas` })
const worker = setupWorker(...(await mswHandlers(mock)))
await worker.start({ quiet: true })
const facts: unknown = await use(mock.baseUrl).catch((error: unknown) => ({ error: String(error) }))
document.title = JSON.stringify(facts)
