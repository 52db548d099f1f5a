import { type CasMock, type CasMockOptions, createCasMock } from '@geoclients/cas-client/mock'
import { serve as serveCas } from '@geoclients/cas-client/mock/node'
import { createOgcMock, type OgcMock, type OgcMockOptions } from '@geoclients/ogc-client/mock'
import { serve as serveOgc } from '@geoclients/ogc-client/mock/node'
import { onTestFinished } from 'vitest'

interface Served<M> {
  readonly url: string
  readonly mock: M
  /** Nothing answers after it. */
  readonly close: () => Promise<void>
}

/** A mock behind a port, until the test has ended. */
export async function ogcServer(options: OgcMockOptions = {}): Promise<Served<OgcMock>> {
  const mock = createOgcMock(options)
  return served(mock, await serveOgc(mock))
}

export async function casServer(options: CasMockOptions = {}): Promise<Served<CasMock>> {
  const mock = createCasMock(options)
  return served(mock, await serveCas(mock))
}

function served<M>(mock: M, server: { readonly url: string; close(): Promise<void> }): Served<M> {
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => (closed ??= server.close())
  onTestFinished(close)
  return { url: server.url, mock, close }
}
