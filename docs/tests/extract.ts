import ts from 'typescript'

/** An example in a page or a docstring. */
export interface Example {
  /** Relative to the root of the repository. */
  readonly file: string
  /** The first line of its code, counted from 1. */
  readonly line: number
  readonly code: string
}

/** The `ts` blocks of a page. */
export function examplesOfPage(file: string, text: string): Example[] {
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(({ 1: code = '', index }) => ({
    file,
    line: lineAt(text, index) + 1,
    code
  }))
}

/** The code of the `@example`s of a source file, fenced or not. */
export function examplesOfSource(file: string, text: string): Example[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const comments = new Map<number, string>()
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      comments.set(pos, text.slice(pos, end))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...comments]
    .filter(([, comment]) => comment.startsWith('/**'))
    .flatMap(([pos, comment]) => {
      const first = lineAt(text, pos)
      return examplesOfComment(comment).map(({ line, code }) => ({ file, line: first + line, code }))
    })
}

/** Lines count from 0 here. */
function examplesOfComment(comment: string): { line: number; code: string }[] {
  const lines = comment
    .replace(/\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\/?\*+ ?/, ''))
  const tags = lines.flatMap((line, index) => (/^@\w+/.test(line) ? [index] : []))
  return tags
    .filter((index) => lines[index]?.startsWith('@example'))
    .map((index) => {
      const end = tags.find((tag) => tag > index) ?? lines.length
      const own = [lines[index]?.slice('@example'.length).trim() ?? '', ...lines.slice(index + 1, end)]
      const code = own.filter((line) => !line.startsWith('```'))
      const skipped = own.findIndex((line) => line.trim() !== '' && !line.startsWith('```'))
      return { line: index + skipped, code: `${code.join('\n').trim()}\n` }
    })
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
