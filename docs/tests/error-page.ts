import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clients } from '../../scripts/registry.ts'
import { advice } from './error-advice.ts'

/** The codes that all clients share come first, then those of single clients. */
const sources = ['packages/client-core', ...clients.map(({ folder }) => folder)].map(
  (folder) => `${folder}/src/errors/error-code.ts`
)
const source = sources[0]

/** Makes docs/errors.md: the meaning of each code, its fields, and what to tell end users. */
export async function errorPage(root: string): Promise<string> {
  const texts = await Promise.all(sources.map((path) => readFile(join(root, path), 'utf8')))
  const text = texts.join('\n')
  const meanings = new Map(
    [...text.matchAll(/^ \* - `([\w-]+)`: (.*)$/gm)].map(({ 1: code = '', 2: meaning = '' }) => [code, meaning])
  )
  const rows = Object.entries(advice).map(([code, { fields, tell }]) => {
    const meaning = meanings.get(code)
    if (!meaning) throw new Error(`${source} does not say what ${code} means`)
    meanings.delete(code)
    return `| \`${code}\` | ${meaning} | ${fields.map(asCode).join(', ') || 'none'} | ${tell} |`
  })
  if (meanings.size > 0)
    throw new Error(`${source} explains codes that do not exist: ${[...meanings.keys()].join(', ')}`)
  return `${head}${rows.join('\n')}\n${foot}`
}

/** Formats the names as code, but not the words in brackets after them. */
function asCode(field: string): string {
  const [names = '', ...rest] = field.split(/(?= \()/)
  return (
    names
      .split(', ')
      .map((name) => `\`${name}\``)
      .join(', ') + rest.join('')
  )
}

const head = `# Errors

<!-- Made by \`npm run docs:pages\` from ${source} and docs/tests/error-advice.ts. Do not edit. -->

If a call of a client fails, it rejects with a \`ClientError\`: an \`OgcError\`, a \`CasError\` or a \`FeaturesError\`. Branch on its \`code\`. Every error has \`name\`, \`code\` and \`message\`. The table lists the additional fields of each code. A field is missing if its value is unknown, for example \`requestId\` if the server sent none.

| code | what it means | fields | what to show an end user |
|---|---|---|---|
`

const foot = `
- \`message\` is for developers and logs. It may quote the server, but contains no credentials of the client. \`JSON.stringify(error)\` gives the fields that are safe to store.
- \`isClientError\`, and \`isOgcError\`, \`isCasError\` and \`isFeaturesError\` also recognise errors of another copy of the package, which \`instanceof\` does not.
- The union of codes of each client is closed, so the compiler can check that a \`switch\` handles all of them:

\`\`\`ts
import { isOgcError, OgcClient } from '@geoclients/ogc-client'

const ogc = new OgcClient({ baseUrl: 'https://example.com/ogc' })
try {
  await ogc.getProcess('nope')
} catch (error) {
  if (!isOgcError(error)) throw error
  console.log(error.code, error.status, error.exception) // http-status 404 no-such-process
}
\`\`\`

In a browser a \`network\` error often means that the service does not allow your page to call it: see [CORS](web.md#cors).
`
