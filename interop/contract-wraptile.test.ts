import { wraptile } from '../packages/ogc-client/contract/targets/wraptile.ts'
import { proveOgc } from './fixtures/ogc/prove.ts'

await proveOgc('wraptile-contract', wraptile)
