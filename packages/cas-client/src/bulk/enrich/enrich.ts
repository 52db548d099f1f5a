import { checkNames, invalidArgument, isRecord } from '@geoclients/client-core'
import { makeCasError } from '../../errors/cas-error.ts'
import { checkDatasetIds, type ExtractOptions } from '../../request/extract-body.ts'
import { readGeometry } from '../../request/geometry.ts'
import type { FeatureLike } from '../../types/geojson.ts'
import { leavable } from '../abort-on-return.ts'
import { type ExtractRow, extractRows, type ReadItem, type Service } from '../extract-all.ts'
import type { StreamOptions } from '../options.ts'
import type { Source } from '../source.ts'
import { type OtherAggregation, reportAggregation } from './aggregation-report.ts'
import { type Enriched, enrichFeature, withProperties } from './enrich-feature.ts'
import { type NamingOptions, nameProperties, type PropertyNames } from './property-names.ts'

/** What to extract for each feature, and how the properties are named. */
export interface EnrichRequest extends ExtractOptions, NamingOptions {
  /**
   * Is told once of each dataset whose values are of another aggregation than `aggregation` asks for. Default: a warning
   * on the console.
   */
  readonly onOtherAggregation?: ((other: OtherAggregation) => void) | undefined
}

/** A row with the feature as it is to be kept: enriched, or where it failed as it was. */
export type EnrichedRow<F extends FeatureLike> = ExtractRow<F> & { readonly feature: Enriched<F> }

/** See `CasClient.enrich`. */
export function enrich<F extends FeatureLike>(
  service: Service,
  source: Source<F>,
  request: EnrichRequest,
  options: StreamOptions
): AsyncGenerator<EnrichedRow<F>, void, undefined> {
  return leavable((left) => enrichRows(service, source, request, options, left))
}

async function* enrichRows<F extends FeatureLike>(
  service: Service,
  source: Source<F>,
  request: EnrichRequest,
  options: StreamOptions,
  left: AbortSignal
): AsyncGenerator<EnrichedRow<F>, void, undefined> {
  const { datasetIds, aggregation, timeRange, targetCrs, onOtherAggregation = warn, ...naming } = checked(request)
  const names = nameProperties(datasetIds, naming)
  const readItem: ReadItem<F> = (input, path) => {
    if (!isFeature(input)) throw invalidArgument(makeCasError, path, input, 'a GeoJSON Feature')
    if (!naming.overwrite) checkProperties(input, path, names)
    return readGeometry(input, path)
  }
  const tell = reportAggregation(aggregation, onOtherAggregation)
  const extraction = { datasetIds, aggregation, timeRange, targetCrs }
  for await (const row of extractRows(service, source, extraction, options, readItem, left)) {
    if (row.ok) {
      tell(row.response)
      yield { ...row, feature: enrichFeature(row.input, row.response, names, naming) }
    } else yield { ...row, feature: unenriched(row.input, row.error.message, names, naming) }
  }
}

const known: Readonly<Record<keyof EnrichRequest, true>> = {
  datasetIds: true,
  aggregation: true,
  timeRange: true,
  targetCrs: true,
  onOtherAggregation: true,
  prefix: true,
  names: true,
  quality: true,
  warnings: true,
  overwrite: true
}

function checked(request: EnrichRequest): EnrichRequest {
  if (!isRecord(request)) throw invalidArgument(makeCasError, 'request', request, 'an object with datasetIds')
  const { datasetIds, onOtherAggregation } = request
  checkNames('request', request, Object.keys(known), makeCasError)
  checkDatasetIds(datasetIds, Number.POSITIVE_INFINITY)
  if (onOtherAggregation !== undefined && typeof onOtherAggregation !== 'function') {
    throw invalidArgument(makeCasError, 'onOtherAggregation', onOtherAggregation, 'a function')
  }
  return request
}

/** Before anything is sent for it: what a feature has already is not lost unnoticed. */
function checkProperties({ properties }: FeatureLike, path: string, names: PropertyNames): void {
  const taken = Object.keys(properties ?? {}).find((name) => names.writes(name))
  if (taken === undefined) return
  const message = `${path}.properties has ${JSON.stringify(taken)} already: choose another "prefix", or set "overwrite"`
  throw makeCasError({ code: 'invalid-argument', message })
}

/**
 * The feature as it was, without what an earlier run wrote where that may be overwritten; with the reason where warnings
 * are wanted and it has none of its own. What is no feature stays what it is.
 */
function unenriched<F extends FeatureLike>(
  input: F,
  reason: string,
  names: PropertyNames,
  { warnings = false, overwrite = false }: NamingOptions
): Enriched<F> {
  if (!isFeature(input)) return input as Enriched<F>
  const isFree = overwrite || !Object.hasOwn(input.properties ?? {}, names.warnings)
  const isWritten = (name: string): boolean => overwrite && names.writes(name)
  return withProperties(input, isWritten, warnings && isFree ? [[names.warnings, [reason]]] : [])
}

function isFeature(value: unknown): value is FeatureLike {
  return isRecord(value) && value.type === 'Feature'
}

function warn({ datasetId, asked, used }: OtherAggregation): void {
  console.warn(`${datasetId}: the service answers with the aggregation "${used}" where "${asked}" was asked for`)
}
