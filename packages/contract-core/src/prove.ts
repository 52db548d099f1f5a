import type { AnswerLog } from './answer-log.ts'
import type { Feature } from './feature.ts'
import type { Deviations, Target } from './target.ts'

/**
 * Tests one feature on one target: it passes, or it fails with exactly the symptom in the target's table and the table's
 * `instead` holds. In both cases, each response matches the contract or is in the table.
 */
export async function prove<Context>(
  feature: Feature<Context>,
  target: Target<Context>,
  log: AnswerLog
): Promise<void> {
  log.takeUnexpected() // violations that a failed feature left behind
  const deviation = target.features[feature.id]
  if (deviation) {
    const symptom = await symptomOf(feature, target, log)
    if (symptom === undefined) {
      throw new Error(`${target.name} offers "${feature.title}" now: take ${feature.id} out of its table`)
    }
    if (!deviation.symptom.test(symptom)) {
      throw new Error(`${feature.id} fails in another way than with ${deviation.symptom}: ${symptom}`)
    }
    await within(target, log, deviation.instead)
  } else {
    await within(target, log, feature.run)
  }
  // A target with a deviation may accept a request that the feature expects it to refuse.
  const isPartOf = (violation: string): boolean => deviation !== undefined && violation.startsWith('request ')
  const unexpected = log.takeUnexpected().filter(({ violation }) => !isPartOf(violation))
  if (unexpected.length === 0) return
  const lines = unexpected.map(({ operation, status, violation }) => `${operation} ${status}: ${violation}`)
  throw new Error(`answers deviate and are in no table:\n${lines.join('\n')}`)
}

/** Checks that ids are unique, and that the table uses only known ids. */
export function checkIds<Context>(features: readonly Feature<Context>[], target: Deviations<Context>): void {
  const ids = features.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) throw new Error(`two features have the id ${twice}`)
  const unknown = Object.keys(target.features).find((id) => !ids.includes(id))
  if (unknown !== undefined) throw new Error(`the table of ${target.name} names ${unknown}, which is no feature`)
}

/** Checks that each response deviation of the table occurred. */
export function checkSeen<Context>(log: AnswerLog, target: Deviations<Context>): void {
  const unseen = log.unseen()
  if (unseen.length === 0) return
  const lines = unseen.map(({ operation, status = 'any', violation }) => `${operation} ${status}: ${violation}`)
  throw new Error(`no answer of ${target.name} deviates like this any more:\n${lines.join('\n')}`)
}

async function symptomOf<Context>(
  { run }: Feature<Context>,
  target: Target<Context>,
  log: AnswerLog
): Promise<string | undefined> {
  // Only the feature itself may fail here, not its setup.
  let symptom: string | undefined
  await within(target, log, async (context) => {
    symptom = await run(context).then(() => undefined, describeError)
  })
  return symptom
}

async function within<Context>(
  target: Target<Context>,
  log: AnswerLog,
  run: (context: Context) => Promise<void>
): Promise<void> {
  const { context, close } = await target.open(log.watch)
  try {
    await run(context)
  } finally {
    await close()
  }
}

function describeError(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return typeof code === 'string' ? `${code}: ${message}` : String(message ?? error)
}
