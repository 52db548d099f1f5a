import {
  type Document,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument
} from 'yaml'
import type { ClientError, ErrorFactory } from '../../errors/client-error.ts'
import { isRecord } from '../../validation/arguments.ts'
import { readAsPython } from './pyyaml-scalars.ts'

// The parser takes time quadratic in these numbers: it compares all keys, and searches for each anchor.
const maxTokens = 10_000
const maxReferences = 100

/** The content of a parsed file. */
export interface ConfigContent {
  readonly document: Document.Parsed<ParsedNode>
  readonly values: Readonly<Record<string, unknown>>
  /** The line of a key, counted from 1. */
  readonly lineOf: (path: readonly string[]) => number
}

/**
 * Parses YAML 1.1 as the Python client does, or JSON. Errors do not quote the content, because it may be a secret. An
 * empty file has no settings.
 */
export function parseConfig(text: string, path: string, make: ErrorFactory): ConfigContent {
  const lines = new LineCounter()
  const at = (offset: number | undefined): number => lines.linePos(offset ?? 0).line
  let document: Document.Parsed<ParsedNode>
  let values: unknown
  try {
    checkSize(text, path, make)
    document = parseDocument(text, { version: '1.1', prettyErrors: false, lineCounter: lines })
    const [error] = document.errors
    if (error) {
      const reason = error.code.toLowerCase().replaceAll('_', ' ')
      throw unreadable(make, `${path}:${at(error.pos[0])}`, `is not valid YAML or JSON: ${reason}`)
    }
    readAsPython(document)
    values = document.toJS() ?? {}
  } catch (cause) {
    if ((cause as { code?: unknown }).code === 'config') throw cause
    // An alias without anchor, too many aliases, or endless nesting.
    throw unreadable(make, path, 'cannot be read as YAML: expected a mapping of a few settings')
  }
  if (!isRecord(values)) throw unreadable(make, `${path}:1`, 'is not a mapping: expected settings as "name: value"')
  return { document, values, lineOf: (keys) => at(offsetOf(document.contents, keys)) }
}

/** Counts the YAML tokens, anchors and aliases before the document is built. */
function checkSize(text: string, path: string, make: ErrorFactory): void {
  let tokens = 0
  let references = 0
  for (const token of new Lexer().lex(text)) {
    if (++tokens > maxTokens) throw unreadable(make, path, 'has too many values: expected a mapping of a few settings')
    if (/^[&*]/.test(token) && ++references > maxReferences) {
      throw unreadable(make, path, `has more than ${maxReferences} anchors and aliases: expected a few settings`)
    }
  }
}

function unreadable(make: ErrorFactory, where: string, problem: string): ClientError {
  return make({ code: 'config', message: `${where} ${problem}` })
}

/** Position of the key, or of the nearest enclosing one: a merged key (`<<`) has no position. */
function offsetOf(node: Node | null, [key, ...rest]: readonly string[]): number | undefined {
  if (!isMap(node)) return node?.range?.[0]
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
  if (!pair) return node.range?.[0]
  const start = isNode(pair.key) ? pair.key.range?.[0] : undefined
  return rest.length === 0 || !isMap(pair.value) ? start : offsetOf(pair.value, rest)
}
