import { type CallSettings, type ClientCore, type Received, readJson, writeJson } from '@geoclients/client-core'
import type { AttributeResponse, BatchAttributeResponse } from '../generated/types.ts'
import { withSafeWarnings } from '../response/attribute-response.ts'
import { readBatch, readExtract, readResponses } from '../response/extractions.ts'
import { type BatchExtractRequest, batchBody, type ExtractRequest, extractBody, type Warn } from './extract-body.ts'

type Core = ClientCore<unknown>

/** The attributes of one geometry. */
export async function extract(
  core: Core,
  request: ExtractRequest,
  settings: CallSettings,
  warn: Warn
): Promise<AttributeResponse> {
  return readExtract(await send(core, 'POST /api/v1/extract', extractBody(request, warn), settings))
}

/** The attributes of several geometries, in one request. */
export async function batchExtract(
  core: Core,
  request: BatchExtractRequest,
  settings: CallSettings,
  warn: Warn
): Promise<BatchAttributeResponse> {
  return readBatch(await sendBatch(core, batchBody(request, warn), settings))
}

/** Sends a batch of a run, whose responses are checked when they are used. */
export async function extractBatch(core: Core, body: object, settings: CallSettings): Promise<BatchAttributeResponse> {
  return withSafeWarnings(readResponses(await sendBatch(core, body, settings)), core)
}

function sendBatch(core: Core, body: object, settings: CallSettings): Promise<Received> {
  return send(core, 'POST /api/v1/extract/batch', body, settings)
}

async function send(core: Core, operation: string, body: object, settings: CallSettings): Promise<Received> {
  const { error } = core
  const response = await core.request(operation, settings, { body: await writeJson(body, core, settings) })
  return { body: readJson(response, error), response, error }
}
