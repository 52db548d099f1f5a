import { createAnswerCheck, type Deviations } from '@geoclients/contract-core'
import { defineContract } from '@geoclients/contract-core/vitest'
import { inject } from 'vitest'
import type { DialectName } from '../src/mock/dialects/by-name.ts'
import type { OgcContext } from './context.ts'
import { document } from './document.ts'
import { areas } from './features/areas.ts'
import { openMock, strict } from './targets/mock.ts'
import { pygeoapi } from './targets/pygeoapi.ts'
import { wraptile } from './targets/wraptile.ts'

const tables: Readonly<Record<DialectName, Deviations<OgcContext>>> = { strict, wraptile, pygeoapi }

// Each dialect passes with the very table of the server that it imitates.
const dialect = inject('dialect')
const check = await createAnswerCheck(document, 'http://ogc.test')

defineContract(areas, { ...tables[dialect], open: openMock(dialect) }, check)

declare module 'vitest' {
  interface ProvidedContext {
    /** Which one a project of vitest.config.ts proves. */
    dialect: DialectName
  }
}
