import type { MockProcess } from '../mock-process.ts'
import { bboxArea } from './bbox-area.ts'
import { echo } from './echo.ts'
import { echoInputs } from './echo-inputs.ts'
import { ndviStatistics } from './ndvi-statistics.ts'
import { primesBetween } from './primes-between.ts'
import { sleepAWhile } from './sleep-a-while.ts'
import { tileThumbnail } from './tile-thumbnail.ts'

/** The default processes of a mock, in the order of its list. */
export const builtInProcesses: readonly MockProcess[] = [
  primesBetween,
  sleepAWhile,
  echoInputs,
  bboxArea,
  ndviStatistics,
  tileThumbnail,
  echo
]
