import type { AggregationMethod, EnrichedRow, StreamProgress, StreamWait } from '@geoclients/cas-client'
import type { Feature } from 'geojson'
import { useEffect, useRef, useState } from 'react'
import { useCas } from '../app/services-context.ts'
import { addFailures, type Failures } from './failures.ts'

export interface ExtractionRequest {
  readonly places: readonly Feature[]
  readonly datasetIds: readonly string[]
  readonly aggregation: AggregationMethod
  readonly timeRange: readonly [start: string, end: string] | undefined
}

export interface Extraction {
  readonly state: 'running' | 'done' | 'stopped' | 'failed'
  readonly progress: StreamProgress
  readonly features: readonly Feature[]
  readonly failures: Failures
  readonly warnings: readonly string[]
  /** The current wait. */
  readonly wait?: StreamWait | undefined
  readonly error?: unknown
}

/** Interval between redraws during an extraction, in milliseconds. */
const pause = 150
/** Prefix of the properties, so no property of a place is overwritten. */
export const prefix = 'cas_'

export interface Extractor {
  readonly extraction: Extraction | undefined
  readonly start: (request: ExtractionRequest) => Promise<void>
  readonly stop: () => void
}

/** Extracts attributes for places, and reports the progress. */
export function useExtraction(): Extractor {
  const { client } = useCas()
  const [extraction, setExtraction] = useState<Extraction>()
  const end = useRef<AbortController>(undefined)
  useEffect(() => () => end.current?.abort(), [])

  const start = async ({ places, datasetIds, aggregation, timeRange }: ExtractionRequest): Promise<void> => {
    end.current?.abort()
    const own = new AbortController()
    end.current = own
    let now: Extraction = {
      state: 'running',
      progress: { done: 0, failed: 0, total: places.length },
      features: [],
      failures: new Map(),
      warnings: []
    }
    const features: Feature[] = []
    const change = (part: Partial<Extraction>): void => {
      now = { ...now, ...part }
    }
    // Not for each row, because there may be thousands per second.
    const timer = setInterval(() => setExtraction({ ...now, features: [] }), pause)
    setExtraction(now)
    try {
      const rows = client.enrich(
        places,
        { datasetIds, aggregation, prefix, ...(timeRange && { timeRange }) },
        {
          signal: own.signal,
          batchSize: Math.max(1, Math.min(200, Math.ceil(places.length / 20))),
          onProgress: (progress) => change({ progress, wait: undefined }),
          onWait: (wait) => change({ wait }),
          // A failed dataset is already among the failures.
          onWarning: ({ kind, message }) =>
            kind !== 'dataset-failed' && change({ warnings: [...now.warnings, message] })
        }
      )
      for await (const row of rows) {
        // A copy of an item of `places`, which were features, with more properties.
        features.push(row.feature as unknown as Feature)
        change({ failures: addFailures(now.failures, row as EnrichedRow<Feature>, datasetIds) })
      }
      change({ state: 'done' })
    } catch (error) {
      change(own.signal.aborted ? { state: 'stopped' } : { state: 'failed', error })
    } finally {
      clearInterval(timer)
      if (end.current === own) setExtraction({ ...now, features })
    }
  }
  return { extraction, start, stop: () => end.current?.abort() }
}
