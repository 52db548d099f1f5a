import { checkMembers, invalidArgument, isRecord, type Rules } from '@geoclients/client-core'
import { makeCasError } from '../../errors/cas-error.ts'
import { checkDatasetIds } from '../../request/extract-body.ts'
import { readGeometry } from '../../request/geometry.ts'
import type { FeatureLike } from '../../types/geojson.ts'
import type { ReadItem } from '../batch.ts'
import { extractRows, type Service } from '../extract-all.ts'
import type { StreamOptions } from '../options.ts'
import { aggregationsOf, type StreamRequest } from '../request.ts'
import type { ExtractRow } from '../rows.ts'
import type { Source } from '../source.ts'
import { type Enriched, Enricher, withProperties } from './enrich-feature.ts'
import { type NamingOptions, nameProperties, namingRules, type PropertyNames } from './property-names.ts'

/** What to extract for each feature, and how the properties are named. */
export interface EnrichRequest extends StreamRequest, NamingOptions {}

/** A row with the feature to keep: enriched, or unchanged if the row failed. */
export type EnrichedRow<F extends FeatureLike> = ExtractRow<F> & { readonly feature: Enriched<F> }

/** The rows of a run with their features; they end, without an error, as soon as `left` is aborted. */
export async function* enrichRows<F extends FeatureLike>(
  service: Service,
  source: Source<F>,
  request: EnrichRequest,
  options: StreamOptions,
  left: AbortSignal
): AsyncGenerator<EnrichedRow<F>, undefined, undefined> {
  const { extraction, names, withFeature } = readEnrichRequest<F>(request)
  const readItem: ReadItem<F> = (input, path) => {
    if (!isFeature(input)) throw invalidArgument(makeCasError, path, input, 'a GeoJSON Feature')
    checkProperties(input, path, names, request)
    return readGeometry(input, path)
  }
  for await (const row of extractRows(service, source, extraction, options, readItem, left)) yield withFeature(row)
}

/** Reads a request: what to extract, and how a row gets its feature. Throws `invalid-argument`. */
export function readEnrichRequest<F extends FeatureLike>(
  request: EnrichRequest
): {
  readonly extraction: StreamRequest
  readonly names: PropertyNames
  readonly withFeature: (row: ExtractRow<F>) => EnrichedRow<F>
} {
  checkMembers('request', request, rules, makeCasError, 'an object with datasetIds')
  const { datasetIds, aggregation, timeRange, targetCrs, ...naming } = request
  checkDatasetIds(datasetIds)
  const names = nameProperties(datasetIds, aggregationsOf({ aggregation }), naming)
  const enricher = new Enricher(names, naming)
  return {
    extraction: { datasetIds, aggregation, timeRange, targetCrs },
    names,
    withFeature: (row) => {
      const feature = row.ok
        ? enricher.enrich(row.input, row.response)
        : unenriched(row.input, row.error.message, names, naming)
      return { ...row, feature }
    }
  }
}

const rules: Rules<keyof EnrichRequest> = {
  ...{ datasetIds: true, aggregation: true, timeRange: true, targetCrs: true },
  ...namingRules
}

/** Refuses a feature before it is sent if a new property would replace one of its own. */
function checkProperties(
  { properties }: FeatureLike,
  path: string,
  names: PropertyNames,
  { overwrite = false }: NamingOptions
): void {
  if (properties != null && !isRecord(properties)) {
    throw invalidArgument(makeCasError, `${path}.properties`, properties, 'an object or null')
  }
  const taken = overwrite ? undefined : Object.keys(properties ?? {}).find((name) => names.writes(name))
  if (taken === undefined) return
  const message = `${path}.properties already has ${JSON.stringify(taken)}: choose another "prefix" or set "overwrite"`
  throw makeCasError({ code: 'invalid-argument', message })
}

/**
 * The feature of a failed row. With `overwrite`, without the properties of an earlier run. With `warnings`, with the reason,
 * unless it has such a property of its own. Anything that is not a feature stays unchanged.
 */
function unenriched<F extends FeatureLike>(
  input: F,
  reason: string,
  names: PropertyNames,
  { warnings = false, overwrite = false }: NamingOptions
): Enriched<F> {
  if (!isFeature(input) || (input.properties != null && !isRecord(input.properties))) return input as Enriched<F>
  const isFree = overwrite || !Object.hasOwn(input.properties ?? {}, names.warnings)
  const isWritten = (name: string): boolean => overwrite && names.writes(name)
  return withProperties(input, isWritten, warnings && isFree ? [[names.warnings, [reason]]] : [])
}

function isFeature(value: unknown): value is FeatureLike {
  return isRecord(value) && value.type === 'Feature'
}
