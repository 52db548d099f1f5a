/** Answers a request. Rejects with `NetworkFault` to simulate a network failure. */
export type Handle = (request: Request) => Promise<Response>

/** A connection that breaks before the response. Each adapter converts it to the error of its platform. */
export class NetworkFault extends Error {
  override readonly name = 'NetworkFault'
  constructor(message: string = 'The mock broke the connection, because the test asked for it.') {
    super(message)
  }
}

/** Checks the name, because each bundled entry point has its own copy of the class. */
export function isNetworkFault(error: unknown): error is NetworkFault {
  return error instanceof Error && error.name === 'NetworkFault'
}
