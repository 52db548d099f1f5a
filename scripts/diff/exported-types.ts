import ts from 'typescript'
import { openapiTypes } from '../generate/openapi-types.ts'

/** The types generated from a contract, without comments. Two texts are equal if no type changed. */
export async function exportedTypes(document: object): Promise<string> {
  const source = await openapiTypes(document, { name: '', contract: 'The contract', out: '', handwritten: {} })
  const file = ts.createSourceFile('types.ts', source, ts.ScriptTarget.Latest)
  return ts.createPrinter({ removeComments: true }).printFile(file)
}
