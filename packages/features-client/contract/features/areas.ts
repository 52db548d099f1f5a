import type { Area } from '@geoclients/contract-core'
import type { FeaturesContext } from '../context.ts'
import { capabilities } from './capabilities.ts'
import { items } from './items.ts'

/** Everything that is tested on an OGC API - Features server. Each response is also compared with the contract. */
export const areas: readonly Area<FeaturesContext>[] = [capabilities, items]
