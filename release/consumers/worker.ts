import { use } from './use.ts'

export default {
  async fetch(request: Request): Promise<Response> {
    const { baseUrl } = (await request.json()) as { baseUrl: string }
    return Response.json(await use(baseUrl))
  }
}
