import { createAnswerCheck } from '@geoclients/contract-core'
import { defineContract } from '@geoclients/contract-core/vitest'
import { inject } from 'vitest'
import { document } from '../packages/ogc-client/contract/document.ts'
import { areas } from '../packages/ogc-client/contract/features/areas.ts'
import { openServed } from '../packages/ogc-client/contract/targets/served.ts'
import { wraptile } from '../packages/ogc-client/contract/targets/wraptile.ts'

const baseUrl = inject('baseUrls')['wraptile-contract']

defineContract(areas, { ...wraptile, open: openServed(baseUrl) }, await createAnswerCheck(document, baseUrl))
