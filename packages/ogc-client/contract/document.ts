import { join } from 'node:path'

/** The contract of the wire: every answer of every target is held against it. */
export const document: string = join(import.meta.dirname, '../../../specs/ogc-processes/openapi.yaml')
