import { readFile, stat } from 'node:fs/promises'
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml'
import type { ClientError, ErrorFactory } from '../../errors/client-error.ts'
import { isRecord } from '../../validation/arguments.ts'
import { readAsPython } from './pyyaml-scalars.ts'

const maxBytes = 1024 * 1024

/** A file of settings as it lies there. */
export interface ConfigFile {
  readonly text: string
  /** Permission bits; 0 where the system has none. */
  readonly mode: number
}

/** The content of a parsed file. */
export interface ConfigContent {
  readonly document: Document.Parsed<ParsedNode>
  readonly values: Readonly<Record<string, unknown>>
  /** The line of a key, counted from 1. */
  readonly lineOf: (path: readonly string[]) => number
}

/** Reads a file; undefined where there is none. */
export async function readConfigFile(path: string, make: ErrorFactory): Promise<ConfigFile | undefined> {
  const refuse = (problem: string): never => {
    throw make({ code: 'config', message: `${path} ${problem}` })
  }
  try {
    const { size, mode } = await stat(path)
    if (size > maxBytes) refuse(`is ${size} bytes long: expected at most ${maxBytes}`)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
    return { text, mode: process.platform === 'win32' ? 0 : mode & 0o777 }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    if (code === 'config') throw cause
    if (code === 'EISDIR') return refuse('is a folder: expected a file of YAML or JSON')
    if (code === 'EACCES' || code === 'EPERM') return refuse('may not be read: expected read permission')
    if (cause instanceof TypeError) return refuse('is no UTF-8: expected text of YAML or JSON')
    return refuse(`cannot be read: ${code}`)
  }
}

/**
 * Parses YAML 1.1 as the reference does, or JSON. Nothing of the content is quoted in an error: it may be a secret.
 * An empty file has no settings.
 */
export function parseConfig(text: string, path: string, make: ErrorFactory): ConfigContent {
  const lines = new LineCounter()
  const at = (offset: number | undefined): number => lines.linePos(offset ?? 0).line
  let document: Document.Parsed<ParsedNode>
  let values: unknown
  try {
    document = parseDocument(text, { version: '1.1', prettyErrors: false, lineCounter: lines })
    const [error] = document.errors
    if (error) {
      const reason = error.code.toLowerCase().replaceAll('_', ' ')
      throw unreadable(make, `${path}:${at(error.pos[0])}`, `is neither YAML nor JSON here: ${reason}`)
    }
    readAsPython(document)
    values = document.toJS() ?? {}
  } catch (cause) {
    if ((cause as { code?: unknown }).code === 'config') throw cause
    // An alias without its anchor, too many aliases, a nesting without end.
    throw unreadable(make, path, 'cannot be understood as YAML: expected a mapping of a few settings')
  }
  if (!isRecord(values)) throw unreadable(make, `${path}:1`, 'is no mapping: expected settings as "name: value"')
  return { document, values, lineOf: (keys) => at(offsetOf(document.contents, keys)) }
}

function unreadable(make: ErrorFactory, where: string, problem: string): ClientError {
  return make({ code: 'config', message: `${where} ${problem}` })
}

/** Where the key stands, or the nearest one around it: a merged key (`<<`) has no place of its own. */
function offsetOf(node: Node | null, [key, ...rest]: readonly string[]): number | undefined {
  if (!isMap(node)) return node?.range?.[0]
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
  if (!pair) return node.range?.[0]
  const start = isNode(pair.key) ? pair.key.range?.[0] : undefined
  return rest.length === 0 || !isMap(pair.value) ? start : offsetOf(pair.value, rest)
}
