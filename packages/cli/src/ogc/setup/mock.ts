import { createOgcMock, type DialectName } from '@geoclients/ogc-client/mock'
import { serve } from '@geoclients/ogc-client/mock/node'
import { untilEnd } from '../../program/until-end.ts'
import type { Terminal } from '../../terminal/terminal.ts'

export interface MockOptions {
  readonly port: number
  /** Milliseconds. */
  readonly latency: number
  readonly dialect: DialectName
}

/** Serves a mock until Ctrl-C. */
export async function mock(terminal: Terminal, { port, latency, dialect }: MockOptions): Promise<void> {
  await untilEnd(terminal, await serve(createOgcMock({ latency, dialect, record: false }), { port }))
}
