import type { SnippetRequest } from './snippets.ts'
import { written } from './written.ts'

/** A program for the client that this page uses. */
export function typescriptSnippet({ baseUrl, processId, inputs, outputs }: SnippetRequest): string {
  return `import { OgcClient } from '@geoclients/ogc-client'

const ogc = new OgcClient({ baseUrl: ${quoted(baseUrl)} })
const results = await ogc.run(${quoted(processId)}, {
  inputs: ${written(inputs, javascript, '  ')}${outputs ? `,\n  outputs: ${written(outputs, javascript, '  ')}` : ''}
})
for (const [id, output] of results) console.log(id, output.mediaType, await output.blob())
`
}

const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

const javascript = {
  key: (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)),
  text: quoted,
  word: (value: boolean | null): string => String(value)
}
