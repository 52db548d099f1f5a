import { type Document, type Node, visit } from 'yaml'
import { isRecord } from '../../../validation/arguments.ts'
import { authFields, type ConfigFormat, type Fields, leafOf } from '../format.ts'

const telling = /pass|pwd|secret|token|key|cred/i
/** Shorter ones are no secrets: they are a part of too many words. */
const minLength = 4

/** The secrets of a file by their keys, as they read: an alias is what it stands for. */
export function secretsOf(format: ConfigFormat, values: Readonly<Record<string, unknown>>): Map<string, string> {
  const found = new Map<string, string>()
  const take = (record: Readonly<Record<string, unknown>>, fields: Fields, prefix: string): void => {
    for (const [key, value] of Object.entries(record)) {
      if (!Object.hasOwn(fields, key) || !fields[key]?.secret) continue
      const texts = isRecord(value) ? Object.values(value) : [value]
      for (const text of texts) if (typeof text === 'string' && text.length >= minLength) found.set(prefix + key, text)
    }
  }
  const ofAuth = authFields(format)
  const old = Object.entries(format.old ?? {}).map(([name, { path }]) => [name, ofAuth[leafOf(path)]] as const)
  take(values, { ...Object.fromEntries(old.filter(([, field]) => field)), ...format.fields } as Fields, '')
  if (isRecord(values.auth)) take(values.auth, ofAuth, 'auth.')
  return found
}

/** The key of a secret that the rest of a file has, too; undefined where none is left. */
export function keyOfLeft(rest: unknown, secrets: ReadonlyMap<string, string>): string | undefined {
  const text = JSON.stringify(rest)
  return [...secrets].find(([, secret]) => text.includes(JSON.stringify(secret).slice(1, -1)))?.[0]
}

/** Takes out the lines of comments that hold a secret, or speak of one: what they say of it cannot be known. */
export function dropTellingComments(document: Document, secrets: ReadonlyMap<string, string>): void {
  const tells = (line: string): boolean =>
    telling.test(line) || [...secrets.values()].some((secret) => line.includes(secret))
  const clean = (node: Pick<Node, 'comment' | 'commentBefore'>): void => {
    for (const place of ['comment', 'commentBefore'] as const) {
      const lines = node[place]?.split('\n')
      if (lines?.some(tells)) node[place] = lines.filter((line) => !tells(line)).join('\n') || null
    }
  }
  clean(document)
  visit(document, { Node: (_, node) => clean(node) })
}
