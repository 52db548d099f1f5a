import type { SnippetRequest } from './snippets.ts'

/** A command for a shell as POSIX has it. */
export function curlSnippet({ baseUrl, processId, inputs, outputs }: SnippetRequest): string {
  const address = `${baseUrl}/processes/${encodeURIComponent(processId)}/execution`
  return `curl --include --request POST ${quoted(address)} \\
  --header 'Content-Type: application/json' \\
  --header 'Prefer: respond-async' \\
  --data ${quoted(JSON.stringify({ inputs, outputs }))}
`
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
