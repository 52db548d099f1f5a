import { createCasMock } from '@geoclients/cas-client/mock'
import { serve } from '@geoclients/cas-client/mock/node'
import { untilEnd } from '../program/until-end.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface MockOptions {
  readonly port: number
  /** Milliseconds. */
  readonly latency: number
  /** Requests a minute. */
  readonly rate?: number
}

/** Serves a mock until Ctrl-C. */
export async function mock(terminal: Terminal, { port, latency, rate: ratePerMinute }: MockOptions): Promise<void> {
  await untilEnd(terminal, await serve(createCasMock({ latency, ratePerMinute, record: false }), { port }))
}
