import { casWithKeys } from '../packages/cas-client/contract/targets/cas-with-keys.ts'
import { proveCas } from './fixtures/cas/prove.ts'

await proveCas('cas-keys', casWithKeys)
