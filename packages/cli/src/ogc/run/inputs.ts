import type { InputDescription, ProcessDescription, ProcessRequest, Schema } from '@geoclients/ogc-client'
import { readBytes } from '../../program/read-bytes.ts'
import { UsageError } from '../../program/usage-error.ts'
import type { Terminal } from '../../terminal/terminal.ts'

export interface InputOptions {
  /** `name=value`, `name=@file`, `name=@-` for what comes by the pipe, `name=@https://…` for a reference. */
  readonly input?: readonly string[]
  /** A file with a request, or `-`: what `create-request` writes. */
  readonly request?: string
}

/** The request from the options: the file, overridden by single inputs. */
export async function readRequest(
  terminal: Terminal,
  { inputs: described = {} }: Pick<ProcessDescription, 'inputs'>,
  { input = [], request }: InputOptions
): Promise<ProcessRequest> {
  const whole = request === undefined ? {} : await readRequestFile(terminal, request)
  const named = new Map<string, unknown[]>()
  for (const assignment of input) {
    const [name, text] = split(assignment)
    const value = text.startsWith('@')
      ? await valueAt(terminal, name, text.slice(1), described[name])
      : valueIn(text, described[name]?.schema)
    named.set(name, [...(named.get(name) ?? []), value])
  }
  const given = [...named].map(([name, values]) => [name, values.length === 1 ? values[0] : values])
  return { ...whole, inputs: { ...whole.inputs, ...Object.fromEntries(given) } }
}

function split(assignment: string): [name: string, text: string] {
  const at = assignment.indexOf('=')
  if (at > 0) return [assignment.slice(0, at), assignment.slice(at + 1)]
  throw new UsageError(`-i is ${JSON.stringify(assignment)}, expected name=value or name=@file`)
}

/**
 * Parses a value as JSON, unless the process expects a text, because a scene may be called 20240101. Four or six numbers are a
 * bounding box, if it expects one.
 */
function valueIn(text: string, schema: Schema | undefined): unknown {
  if (schema?.type === 'string') return text
  if (isBox(schema)) {
    const numbers = text.split(',').map(Number)
    if ([4, 6].includes(numbers.length) && numbers.every(Number.isFinite)) return { bbox: numbers }
  }
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function isBox(schema: Schema | undefined): boolean {
  return schema?.format === 'ogc-bbox' || (schema?.allOf?.some((one) => 'format' in one && isBox(one)) ?? false)
}

async function valueAt(
  terminal: Terminal,
  name: string,
  place: string,
  description: InputDescription | undefined
): Promise<unknown> {
  if (/^https?:\/\//i.test(place)) return { href: place }
  const bytes = await readBytes(terminal, place)
  const { contentMediaType: mediaType, contentEncoding, type } = description?.schema ?? {}
  const isBinary = contentEncoding === 'base64' || contentEncoding === 'binary' || mediaType?.startsWith('image/')
  const text = isBinary ? undefined : asText(bytes)
  if (text === undefined) return new Blob([bytes], { type: mediaType ?? 'application/octet-stream' })
  if (type === 'string') return text
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (type === undefined) return text
    throw new UsageError(`-i ${name}=@${place}: the file is not JSON, expected ${[type].flat().join(' or ')}`, {
      cause
    })
  }
}

function asText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

async function readRequestFile(terminal: Terminal, place: string): Promise<ProcessRequest> {
  const text = asText(await readBytes(terminal, place)) ?? ''
  const name = place === '-' ? 'standard input' : place
  const next = 'To write one: geoclients ogc create-request PROCESS'
  const { parse } = await import('yaml')
  let value: unknown
  try {
    value = parse(text) // JSON is YAML, too.
  } catch (cause) {
    const [line = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
    throw new UsageError(`${name} is neither JSON nor YAML: ${line.replace(/:$/, '')}`, { next, cause })
  }
  if (isRequest(value)) return value
  throw new UsageError(`${name} is not a request, expected an object with inputs`, { next })
}

function isRequest(value: unknown): value is ProcessRequest {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'inputs' in value
}
