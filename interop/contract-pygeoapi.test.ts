import { pygeoapi } from '../packages/ogc-client/contract/targets/pygeoapi.ts'
import { proveOgc } from './fixtures/ogc/prove.ts'

await proveOgc('pygeoapi', pygeoapi)
