import type { BBox, DatasetQuery, TemporalType } from '@geoclients/cas-client'
import { type Command, InvalidArgumentError, Option } from 'commander'

export interface FilterOptions {
  readonly provider?: string
  readonly variable?: string
  readonly temporalType?: TemporalType
  readonly minResolution?: number
  readonly maxResolution?: number
  readonly bbox?: BBox
}

const temporalTypes: readonly TemporalType[] = ['static', 'annual', 'monthly', 'daily', 'hourly', 'climatology']

/** Adds the filters that the service offers for its datasets. */
export function withFilters(command: Command): Command {
  return command
    .option('--provider <slug>', 'only datasets of this provider')
    .option('--variable <name>', 'only datasets with this variable')
    .addOption(new Option('--temporal-type <type>', 'only datasets of this temporal type').choices(temporalTypes))
    .option('--min-resolution <metres>', 'only datasets with this resolution or a coarser one', metres)
    .option('--max-resolution <metres>', 'only datasets with this resolution or a finer one', metres)
    .option('--bbox <west,south,east,north>', 'only datasets that overlap this box, in degrees', corners)
}

/** The filters in the form of the API. */
export function queryOf(options: FilterOptions): DatasetQuery {
  const { provider, variable, temporalType, minResolution, maxResolution, bbox } = options
  return { provider, variable, temporalType, minResolution, maxResolution, bbox }
}

function metres(text: string): number {
  const value = Number(text)
  if (!(value >= 0) || text.trim() === '') throw new InvalidArgumentError('Expected a number of metres.')
  return value
}

function corners(text: string): BBox {
  const [west, south, east, north, ...more] = text
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const all = [west, south, east, north]
  if (more.length > 0 || !all.every((value) => Number.isFinite(value))) {
    throw new InvalidArgumentError('Expected four numbers, such as 5.9,45.8,10.5,47.8.')
  }
  return [west ?? 0, south ?? 0, east ?? 0, north ?? 0]
}
