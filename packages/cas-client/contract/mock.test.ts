import { createAnswerCheck } from '@geoclients/contract-core'
import { defineContract } from '@geoclients/contract-core/vitest'
import { inBrowser } from '../src/testing/platform.ts'
import { areas } from './features/areas.ts'
import { mock, mockServer, openMock } from './targets/mock.ts'

const document = new URL('../../../specs/cas/openapi.yaml', import.meta.url)

/** A page cannot choose these headers: `Origin`, and those of a preflight, are the browser's to write. */
const needsOrigin = new Set(['web.cors', 'web.preflight'])
const provable = areas.map((area) => ({
  ...area,
  features: area.features.filter(({ id }) => !(inBrowser && needsOrigin.has(id)))
}))

defineContract(provable, { ...mock, open: openMock }, await createAnswerCheck(document, mockServer.baseUrl))
