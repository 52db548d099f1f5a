import { type JsonPathNode, type OpenAPIOverlayAction, openapiOverlay, resolveJsonPath } from 'openapi-format'
import { Failure } from '../command/failure.ts'
import { isMap } from './nodes.ts'

type Action = OpenAPIOverlayAction & { readonly description: string }

/**
 * Applies an OpenAPI Overlay to a document and returns the result. The document is not changed. Throws a {@link Failure} that
 * names the action that cannot be applied.
 */
export async function applyOverlay(document: object, overlay: object, path: string): Promise<object> {
  let merged: Record<string, unknown> = structuredClone({ ...document })
  for (const [index, action] of actionsOf(overlay, path).entries()) {
    const problem = problemOf(action, resolveJsonPath(merged, action.target))
    if (problem) throw new Failure(`${path}: action ${index + 1}, "${action.description.trim()}": ${problem}`)
    merged = { ...(await openapiOverlay(merged, { overlaySet: { overlay: '1.0.0', actions: [action] } })).data }
  }
  return merged
}

/** A problem that the tool would ignore silently. */
function problemOf({ target, update, remove }: Action, nodes: JsonPathNode[]): string | undefined {
  if (nodes.length === 0) return `nothing matches ${target}`
  const lists = nodes.map(({ parent }) => parent).filter(Array.isArray)
  // After the first removal, the following indices would be wrong.
  if (remove && new Set(lists).size < lists.length) return `${target} would remove several items of one list`
  const missing = nodes.flatMap(({ value, key }) => describedInVain(update, value, key))
  if (missing.length > 0) return `${target} has no ${missing.join(', no ')}, only a description of it here`
  const twice = nodes.flatMap(({ value }) => listedTwice(update, value))
  return twice.length > 0 ? `${target} has ${twice.join(', ')} already` : undefined
}

/**
 * Schemas and fields for which an update has only a description, but which the target does not have. Merging would create them
 * without a type.
 */
function describedInVain(update: unknown, target: unknown, parent: string | number | undefined): string[] {
  if (!isMap(update) || !isMap(target)) return []
  return Object.entries(update).flatMap(([key, value]) => {
    if (Object.hasOwn(target, key)) return describedInVain(value, target[key], key).map((rest) => `${key}.${rest}`)
    const typed = parent === 'schemas' || parent === 'properties'
    return typed && isMap(value) && Object.keys(value).join() === 'description' ? [key] : []
  })
}

/**
 * Items that the target's list already has: a field that is now `required` upstream, or a parameter, which the tool would merge
 * by name, although the standard appends it.
 */
function listedTwice(update: unknown, target: unknown): string[] {
  if (Array.isArray(update) && Array.isArray(target)) {
    const listed = target.flatMap(identity)
    return update.flatMap(identity).filter((item) => listed.includes(item))
  }
  if (!isMap(update) || !isMap(target)) return []
  return Object.keys(update).flatMap((key) => listedTwice(update[key], target[key]).map((item) => `${key} ${item}`))
}

/** The identity of an item that must not be listed twice. */
function identity(item: unknown): string[] {
  if (!isMap(item)) return [String(item)]
  return 'in' in item && 'name' in item ? [`${item.name} in ${item.in}`] : []
}

function actionsOf(overlay: object, path: string): Action[] {
  const { overlay: version, actions } = overlay as { readonly overlay?: unknown; readonly actions?: unknown }
  if (version !== '1.0.0' || !Array.isArray(actions)) throw new Failure(`${path} is not an OpenAPI Overlay 1.0.0`)
  const wrong = actions.findIndex((action) => !isAction(action)) + 1
  const form = 'a target, a description and either update or remove: true'
  if (wrong > 0) throw new Failure(`${path}: action ${wrong} must have ${form}`)
  return actions
}

function isAction(value: unknown): value is Action {
  const { target, description, update, remove } = isMap(value) ? value : {}
  const texts = typeof target === 'string' && typeof description === 'string'
  return texts && (remove === undefined ? update !== undefined : remove === true && update === undefined)
}
