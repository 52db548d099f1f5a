import { createServer } from 'node:http'
import { end, listen } from './listen.ts'
import { corsHeaders } from './wire.ts'

/** A server of another origin, which records all requests. */
export interface Stranger {
  readonly url: string
  readonly seen: readonly string[]
  close(): Promise<void>
}

export async function createStranger(): Promise<Stranger> {
  const seen: string[] = []
  const server = createServer((message, response) => {
    seen.push([`${message.method} ${message.url}`, ...message.rawHeaders].join('\n'))
    response.writeHead(404, { ...corsHeaders, 'content-type': 'application/json' }).end('{"detail":"a stranger"}')
  })
  const url = await listen(server)
  return { url, seen, close: () => end(server) }
}
