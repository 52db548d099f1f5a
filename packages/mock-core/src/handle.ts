/** What a mock is: an answer to each request. It rejects with `NetworkFault` where a network would fail. */
export type Handle = (request: Request) => Promise<Response>

/** The connection broke before an answer came. Each adapter turns it into what its platform does then. */
export class NetworkFault extends Error {
  override readonly name = 'NetworkFault'
  constructor(message: string = 'The mock broke the connection, because the test asked for it.') {
    super(message)
  }
}

/** By name, because each bundled entry holds a class of its own. */
export function isNetworkFault(error: unknown): error is NetworkFault {
  return error instanceof Error && error.name === 'NetworkFault'
}
