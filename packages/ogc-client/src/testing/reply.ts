import type { Reply } from '@geoclients/client-core'

/** An answer whose body was read, as the readers get it. */
export function replyOf(
  body: string | Uint8Array<ArrayBuffer> | null = null,
  init: ResponseInit = {},
  url = 'https://ogc.example/base/jobs/j/results'
): Reply {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : (body ?? new Uint8Array(0))
  const response = new Response(null, init)
  const { status, ok, headers } = response
  return { method: 'GET', url, status, ok, headers, response, bytes }
}

/** As `replyOf`, with no more than the first `maxBytes` and a byte of the body in memory. */
export async function openReply(
  body: Uint8Array<ArrayBuffer> | null,
  init: ResponseInit,
  maxBytes: number
): Promise<Reply> {
  const reply = replyOf(body, init)
  const held = maxBytes + 1
  if (reply.bytes.length <= maxBytes) return reply
  let left: Uint8Array<ArrayBuffer> | undefined = reply.bytes.subarray(held)
  const rest = {
    failure: undefined,
    read: async () => {
      const piece = left?.length ? left : undefined
      left = undefined
      return piece
    },
    cancel: async () => {
      left = undefined
    },
    stream: (beginning: Uint8Array<ArrayBuffer> = new Uint8Array(0)) =>
      new Blob([beginning, left ?? new Uint8Array(0)]).stream(),
    keepDeadline: () => {}
  }
  return { ...reply, bytes: reply.bytes.subarray(0, held), rest }
}
