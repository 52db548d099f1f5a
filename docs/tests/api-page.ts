import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { clients } from '../../scripts/registry.ts'
import { requestsOfTasks } from './requests-of-tasks.ts'

const classes = clients.flatMap(({ folder, classes }) =>
  Object.entries(classes).map(([title, file]) => ({ title, folder, file }))
)

/** Makes docs/api.md: one line for each method, with its HTTP requests and a link to its source. */
export async function apiPage(root: string): Promise<string> {
  const sections = await Promise.all(
    classes.map(async ({ title, folder, file }) => {
      const path = `${folder}/src/${file}`
      const calls = await operationsOf(join(root, `${folder}/src/generated/types.ts`))
      const rows = (await methodsOf(join(root, path), title)).map(({ name, summary }) => {
        const call = requestsOfTasks[`${title}.${name}`] ?? calls.get(name) ?? (name === 'close' ? 'none' : undefined)
        if (call === undefined)
          throw new Error(`docs/tests/requests-of-tasks.ts does not say what ${title}.${name} sends`)
        return `| [\`${name}\`](../${path}) | ${call} | ${summary} |`
      })
      return `## ${title}\n\n| method | HTTP requests | what it does |\n|---|---|---|\n${rows.join('\n')}\n`
    })
  )
  return `${head}\n${sections.join('\n')}`
}

/** The HTTP call of each operation by its id, from the generated map of paths. */
async function operationsOf(file: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(file, 'utf8')
  const paths = text.slice(text.indexOf('export interface paths'), text.indexOf('export interface components'))
  const calls = new Map<string, string>()
  let path = ''
  for (const { 1: key, 2: method, 3: operation } of paths.matchAll(
    /^ {4}"(\/[^"]*)": \{|^ {8}(\w+): operations\["(\w+)"\]/gm
  )) {
    if (key !== undefined) path = key
    else if (method && operation) calls.set(operation, `\`${method.toUpperCase()} ${path}\``)
  }
  return calls
}

interface Method {
  readonly name: string
  readonly summary: string
}

/** The public methods of a class or interface, each with the first sentence of its docstring. */
async function methodsOf(file: string, name: string): Promise<Method[]> {
  const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const methods: Method[] = []
  for (const statement of source.statements) {
    const isWanted = ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement)
    if (!isWanted || statement.name?.text !== name) continue
    for (const member of statement.members) {
      const isMethod = ts.isMethodDeclaration(member) || ts.isMethodSignature(member)
      if (isMethod && ts.isIdentifier(member.name)) methods.push({ name: member.name.text, summary: summaryOf(member) })
    }
  }
  if (methods.length === 0) throw new Error(`${file} has no methods of ${name}`)
  return methods
}

function summaryOf(member: ts.Node): string {
  const comment = ts.getJSDocCommentsAndTags(member).find(ts.isJSDoc)?.comment
  const text = (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ')
  return /^.*?[.:](?= |$)/.exec(text)?.[0].replace(/:$/, '.') ?? text
}

const head = `# All methods

<!-- Made by \`npm run docs:pages\` from the sources. Do not edit. -->

One line for each method, with the HTTP requests that it sends and a link to its source. Paths are relative to \`baseUrl\`. \`npm run docs\` writes the complete reference with all types.
`
