import type { MockProvider } from '../mock-provider.ts'
import { climate } from './climate.ts'
import { faults } from './faults.ts'
import { land } from './land.ts'
import { soil } from './soil.ts'
import { terrain } from './terrain.ts'

/** What a mock offers where it is not told otherwise. */
export const builtInProviders: readonly MockProvider[] = [climate, faults, land, soil, terrain]
