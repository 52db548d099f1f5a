import { join } from 'node:path'
import { createAnswerCheck } from '@geoclients/contract-core'
import { defineContract } from '@geoclients/contract-core/vitest'
import { areas } from './features/areas.ts'
import { mock, mockServer, openMock } from './targets/mock.ts'

const document = join(import.meta.dirname, '../../../specs/cas/openapi.yaml')

defineContract(areas, { ...mock, open: openMock }, createAnswerCheck(document, mockServer.baseUrl))
