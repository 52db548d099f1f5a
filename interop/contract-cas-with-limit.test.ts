import { casWithLimit } from '../packages/cas-client/contract/targets/cas-with-limit.ts'
import { proveCas } from './fixtures/cas/prove.ts'

await proveCas('cas-limit', casWithLimit)
