import { accepts, json } from '@geoclients/mock-core'
import type { JsonValue } from '../../types/json.ts'
import { notAcceptable } from './problems.ts'

export const JSON_TYPE = 'application/json'

/** @throws Problem 406 if `Accept` allows none of the media types */
export function requireAccepted(request: Request, ...mediaTypes: readonly string[]): void {
  const accept = request.headers.get('Accept')
  if (!mediaTypes.some((mediaType) => accepts(accept, mediaType))) throw notAcceptable(mediaTypes.join(' or '))
}

/** A JSON response with a type of the contract. */
export function jsonAnswer<T>(
  request: Request,
  body: T,
  init: { status?: number; headers?: HeadersInit } = {}
): Response {
  requireAccepted(request, JSON_TYPE)
  return json(body, init)
}

export function isJsonObject(value: unknown): value is Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
