import { runCases } from './run.ts'

export default {
  async fetch(request: Request): Promise<Response> {
    const { serverUrl, run, keys } = (await request.json()) as { serverUrl: string; run: string; keys: string[] }
    return Response.json(await runCases(serverUrl, run, keys))
  }
}
