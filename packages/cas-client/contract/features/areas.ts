import type { Area } from '@geoclients/contract-core'
import type { CasContext } from '../context.ts'
import { access } from './access.ts'
import { batch } from './batch.ts'
import { catalogue } from './catalogue.ts'
import { errors } from './errors.ts'
import { extraction } from './extraction.ts'
import { failures } from './failures.ts'
import { health } from './health.ts'
import { rateLimit } from './rate-limit.ts'
import { streams } from './streams.ts'
import { validation } from './validation.ts'
import { values } from './values.ts'
import { web } from './web.ts'

/** All that is asked of a Community Attribute Service. */
export const areas: readonly Area<CasContext>[] = [
  ...[health, catalogue, values, extraction, failures, batch, streams],
  ...[validation, errors, access, rateLimit, web]
]
