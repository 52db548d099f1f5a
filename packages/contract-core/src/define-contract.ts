import { describe, test } from 'vitest'
import type { AnswerCheck } from './answer-check.ts'
import { createAnswerLog } from './answer-log.ts'
import type { Area } from './feature.ts'
import { checkIds, checkSeen, prove } from './prove.ts'
import type { Target } from './target.ts'

/**
 * Registers one test for each feature. If the target's table has a deviation for it, the feature must fail with exactly that
 * symptom, and the table's `instead` must hold. Each response must match the OpenAPI contract or be in the table, and each row
 * of the table must occur. The tests run in sequence; the last one checks the responses of all.
 */
export function defineContract<Context>(
  areas: readonly Area<Context>[],
  target: Target<Context>,
  check: AnswerCheck
): void {
  const log = createAnswerLog(check, target.answers)
  const features = areas.flatMap(({ features }) => features)

  test('the table names features that exist, once each', () => checkIds(features, target))

  for (const area of areas) {
    describe(area.title, () => {
      for (const feature of area.features) test(feature.title, () => prove(feature, target, log))
    })
  }

  test('every deviation of the answers shows', () => checkSeen(log, target))
}
