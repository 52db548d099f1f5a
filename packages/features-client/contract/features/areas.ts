import type { Area } from '@geoclients/contract-core'
import type { FeaturesContext } from '../context.ts'
import { capabilities } from './capabilities.ts'
import { items } from './items.ts'

/** All that is asked of a server of OGC API - Features. Each answer is held against the contract, too. */
export const areas: readonly Area<FeaturesContext>[] = [capabilities, items]
