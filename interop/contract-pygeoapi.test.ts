import { createAnswerCheck } from '@geoclients/contract-core'
import { defineContract } from '@geoclients/contract-core/vitest'
import { inject } from 'vitest'
import { document } from '../packages/ogc-client/contract/document.ts'
import { areas } from '../packages/ogc-client/contract/features/areas.ts'
import { pygeoapi } from '../packages/ogc-client/contract/targets/pygeoapi.ts'
import { openServed } from '../packages/ogc-client/contract/targets/served.ts'

const baseUrl = inject('baseUrls').pygeoapi

defineContract(areas, { ...pygeoapi, open: openServed(baseUrl) }, await createAnswerCheck(document, baseUrl))
