import { type Job, OgcClient, type Results } from '@geoclients/ogc-client'
import { oauth2 } from '@geoclients/ogc-client/auth'
import { collect, errorText } from '@geoclients/ogc-client/helpers'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { serve } from '@geoclients/ogc-client/mock/node'
import { createOgcClient } from '@geoclients/ogc-client/node'
import { jobQuery } from '@geoclients/ogc-client/query'
import { inputSchema, validateInputs } from '@geoclients/ogc-client/schema'
import { createJobStore } from '@geoclients/ogc-client/store'
import { use } from './use.ts'

const server = await serve(createOgcMock())
const auth = oauth2({ tokenUrl: `${server.url}/token`, grant: 'client_credentials', clientId: 'a', clientSecret: 'b' })
const ogc = await createOgcClient({ env: { EOZILLA_API_URL: server.url }, auth })

/** In the form of `@geoclients/typegen`, for every compiler. */
interface Processes {
  primes_between: { inputs: { min_val?: number; max_val?: number }; outputs: { return_value: number[] } }
  ping: { inputs: { [k: string]: never }; outputs: { ok: boolean } }
}

const typed = new OgcClient<Processes>({ baseUrl: server.url })
const job: Job<{ return_value: number[] }> = await typed.submit('primes_between', { inputs: { max_val: 5 } })
const results: Results<{ return_value: number[] }> = await typed.job(job.toJSON(), 'primes_between').results()
const found: number[] = await results.get('return_value').json()
const known: { length: number } = await results.get('return_value').json<{ length: number }>()
if (found.length !== 3 || known.length !== 3) throw new Error('a typed client must read its results')
// Never called. Its calls must not compile.
export const wrong = (): unknown[] => [
  // @ts-expect-error a typo
  typed.run('primes_between', { inputs: { max_vall: 5 } }),
  // @ts-expect-error a text is no number
  typed.executeProcess('primes_between', { inputs: { max_val: '5' } }),
  // @ts-expect-error there is no input
  typed.submit('ping', { inputs: { a: 1 } }),
  // @ts-expect-error there is no such output
  results.get('primes')
]

const primes = await typed.getProcess('primes_between')
if (inputSchema(primes).type !== 'object' || validateInputs(primes, { min_val: -1 }).length !== 1) {
  throw new Error('validateInputs must find what is wrong')
}

const store = createJobStore(typed)
await store.start('primes_between', { inputs: { max_val: 5 } })
const told = [
  store.getSnapshot().error,
  jobQuery(typed, 'j').retry,
  errorText(undefined),
  (await collect(typed.iterProcesses())).length
]
if (told[0] !== undefined || told[1] !== false || told[2] !== 'Something went wrong.' || !told[3]) {
  throw new Error(`the further entries must work: ${told.join()}`)
}
typed.close()
const facts = await use(String(ogc.config.baseUrl))
ogc.close()
await server.close()
console.log(JSON.stringify(facts))
