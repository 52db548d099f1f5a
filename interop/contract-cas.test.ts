import { cas } from '../packages/cas-client/contract/targets/cas.ts'
import { proveCas } from './fixtures/cas/prove.ts'

await proveCas('cas', cas)
