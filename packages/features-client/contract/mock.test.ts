import { createAnswerCheck } from '@geoclients/contract-core'
import { defineContract } from '@geoclients/contract-core/vitest'
import { areas } from './features/areas.ts'
import { baseUrl, mock, openMock } from './targets/mock.ts'

const document = new URL('../../../specs/ogc-features/openapi.yaml', import.meta.url)

defineContract(areas, { ...mock, open: openMock }, await createAnswerCheck(document, baseUrl))
