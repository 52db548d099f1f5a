import type { RouterErrors } from './router.ts'

/** Thrown by a route: what is wrong with a request, and the name that the API has for it. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** What a router answers where each error is a refusal, in the words that `write` has for one. */
export const refusalErrors = (write: (refusal: Refusal) => Response): RouterErrors => ({
  notFound: () => write(new Refusal(404, 'NotFound', 'there is no such resource')),
  methodNotAllowed: () => write(new Refusal(405, 'MethodNotAllowed', 'this resource has other methods')),
  failed: (error) => (error instanceof Refusal ? write(error) : undefined)
})
