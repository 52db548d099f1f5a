import { createAnswerCheck, type Deviations } from '@geoclients/contract-core'
import { defineContract } from '@geoclients/contract-core/vitest'
import { inject } from 'vitest'
import type { DialectName } from '../src/mock/dialects/by-name.ts'
import type { OgcContext } from './context.ts'
import { document } from './document.ts'
import { areas, version2Areas } from './features/areas.ts'
import { openMock, strict } from './targets/mock.ts'
import { pygeoapi } from './targets/pygeoapi.ts'
import { version2 } from './targets/version-2.ts'
import { wraptile } from './targets/wraptile.ts'

const tables: Readonly<Record<DialectName, Deviations<OgcContext>>> = { strict, '2.0': version2, wraptile, pygeoapi }

// Each dialect passes with the very table of the server that it imitates.
const dialect = inject('dialect')
const check = await createAnswerCheck(document, 'http://ogc.test')

const asked = dialect === '2.0' ? [...areas, ...version2Areas] : areas

defineContract(asked, { ...tables[dialect], open: openMock(dialect) }, check)

declare module 'vitest' {
  interface ProvidedContext {
    /** Which one a project of vitest.config.ts proves. */
    dialect: DialectName
  }
}
