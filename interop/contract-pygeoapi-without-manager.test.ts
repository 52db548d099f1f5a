import { pygeoapiWithoutManager } from '../packages/ogc-client/contract/targets/pygeoapi-without-manager.ts'
import { proveOgc } from './fixtures/ogc/prove.ts'

await proveOgc('pygeoapi-without-manager', pygeoapiWithoutManager)
