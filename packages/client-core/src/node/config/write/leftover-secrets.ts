import { type Document, isAlias, isScalar, type Node, visit } from 'yaml'
import { isRecord } from '../../../validation/arguments.ts'
import { authFields, type ConfigFormat, type Fields, leafOf } from '../format.ts'

const telling = /pass|pwd|secret|token|key|cred/i
/** Shorter texts do not count as secrets, because they occur in too many words. */
const minLength = 4

/** The keys of a file's secrets by their values. Aliases are resolved. */
export function secretsOf(format: ConfigFormat, values: Readonly<Record<string, unknown>>): Map<string, string> {
  const found = new Map<string, string>()
  const take = (record: Readonly<Record<string, unknown>>, fields: Fields, prefix: string): void => {
    for (const [key, value] of Object.entries(record)) {
      if (!Object.hasOwn(fields, key) || !fields[key]?.secret) continue
      const texts = typeof value === 'object' ? stringsIn(value) : [String(value)]
      for (const text of texts) if (text.length >= minLength) found.set(text, prefix + key)
    }
  }
  const ofAuth = authFields(format)
  const old = Object.entries(format.old ?? {}).map(([name, { path }]) => [name, ofAuth[leafOf(path)]] as const)
  take(values, { ...Object.fromEntries(old.filter(([, field]) => field)), ...format.fields } as Fields, '')
  if (isRecord(values.auth)) take(values.auth, ofAuth, 'auth.')
  return found
}

/** The key of a secret that also appears elsewhere in the file; undefined if there is none. */
export function keyOfLeft(rest: unknown, secrets: ReadonlyMap<string, string>): string | undefined {
  return keyIn(textsOf(rest), secrets)
}

function keyIn(texts: readonly string[], secrets: ReadonlyMap<string, string>): string | undefined {
  return [...secrets].find(([secret]) => texts.some((text) => text.includes(secret)))?.[1]
}

/** The strings in a value, without keys and numbers, such as a token without its lifetime. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** All texts in a value, including numbers and keys. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (isRecord(value)) return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)])
  return value === null || value === undefined ? [] : [String(value)]
}

/**
 * The key of a secret that appears anywhere in a document, including anchors, tags, directives and merged mappings.
 * @param own texts that were just written, which may equal a secret by chance
 */
export function keyOfHidden(
  document: Document,
  secrets: ReadonlyMap<string, string>,
  own: readonly string[]
): string | undefined {
  const texts: string[] = Object.values(document.directives?.tags ?? {}).flatMap(spellings)
  const take = (...given: readonly unknown[]): void => {
    texts.push(...textsOf(given))
  }
  take(document.comment, document.commentBefore)
  visit(document, {
    Node: (_, node) => {
      take(node.comment, node.commentBefore)
      if (isAlias(node)) return take(node.source)
      take(spellings(node.tag ?? ''), node.anchor)
      if (isScalar(node) && !own.includes(String(node.value))) take(node.value, node.source)
    }
  })
  return keyIn(texts, secrets)
}

/** Removes comment lines that contain or mention a secret, because nobody can know what they reveal. */
export function dropTellingComments(document: Document, secrets: ReadonlyMap<string, string>): void {
  const tells = (line: string): boolean =>
    telling.test(line) || [...secrets.keys()].some((secret) => line.includes(secret))
  const clean = (node: Pick<Node, 'comment' | 'commentBefore'>): void => {
    for (const place of ['comment', 'commentBefore'] as const) {
      const lines = node[place]?.split('\n')
      if (lines?.some(tells)) node[place] = lines.filter((line) => !tells(line)).join('\n') || null
    }
  }
  clean(document)
  visit(document, { Node: (_, node) => clean(node) })
}

/** A tag as written, and decoded. */
function spellings(tag: string): string[] {
  try {
    return [tag, decodeURIComponent(tag)]
  } catch {
    return [tag]
  }
}
