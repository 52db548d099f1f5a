import { use } from './use.ts'

export default {
  async fetch(_request: Request, { baseUrl }: { baseUrl: string }): Promise<Response> {
    return Response.json(await use(baseUrl))
  }
}
