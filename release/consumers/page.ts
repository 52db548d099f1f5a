import { use } from './use.ts'

const baseUrl = new URLSearchParams(location.search).get('baseUrl') ?? ''
const facts: unknown = await use(baseUrl).catch((error: unknown) => ({ error: String(error) }))
document.title = JSON.stringify(facts)
