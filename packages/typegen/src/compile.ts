import { compile, type Options } from 'json-schema-to-typescript'
import type { TypeSchema } from './types.ts'

/** Options without file access, because a schema contains everything that it refers to. */
const options: Partial<Options> = {
  bannerComment: '',
  additionalProperties: false,
  declareExternallyReferenced: true,
  unreachableDefinitions: false,
  unknownAny: true,
  $refOptions: { resolve: { external: false, file: false, http: false } },
  style: { singleQuote: true, semi: false, trailingComma: 'none', bracketSpacing: true, printWidth: 120, tabWidth: 2 }
}

/** The text of an interface and of the types that it refers to. */
export async function compileInterface(schema: TypeSchema, name: string): Promise<string> {
  const text = await compile(schema as Parameters<typeof compile>[0], name, options)
  return text
    .replace(/(\n +\*)?(\n +\* @(min|max)Items \d+)+$/gm, '') // the type already says this
    .replace(/\/\*\*\n *\* ([^\n]*)\n *\*\//g, '/** $1 */')
    .replace(/^}\n(?=\S)/gm, '}\n\n')
    .replace(/[\p{Cf}\p{Co}\u2028\u2029]/gu, escaped) // only in text literals: comments contain none
}

/** Escapes an invisible character. */
export function escaped(char: string): string {
  return Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join(
    ''
  )
}
