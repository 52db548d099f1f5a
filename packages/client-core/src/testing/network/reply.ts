import type { Reply } from '../../types/call.ts'

/** A response as the reply to `GET https://h/jobs`, its body read. */
export async function replyOf(response: Response, url = 'https://h/jobs'): Promise<Reply> {
  const { status, ok, headers } = response
  const bytes = new Uint8Array(await response.clone().arrayBuffer())
  return { method: 'GET', url, status, ok, headers, response, bytes }
}
