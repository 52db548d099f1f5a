/** What is known of a part of a batch that failed. */
export interface FailedPart {
  /** Whether one item among others may be to blame. */
  readonly mayBeAnItem: boolean
  /** Whether it holds one item alone. */
  readonly isOne: boolean
  /** Whether items elsewhere were tried alone and failed alike, so that it is the service. */
  readonly isGeneral: boolean
  /** Whether the run waits for the service to come back. */
  readonly isWaitedFor: boolean
}

/**
 * `split`: ask for either half; `wait`: ask for the same again; `give up`: all that is left of the batch; `settle`: the
 * failure is the answer for each item of the part.
 */
export type Step = 'split' | 'wait' | 'give up' | 'settle'

export function nextStep({ mayBeAnItem, isOne, isGeneral, isWaitedFor }: FailedPart): Step {
  if (!mayBeAnItem) return 'settle'
  if (isGeneral) return isWaitedFor ? 'wait' : 'give up'
  return isOne ? 'settle' : 'split'
}
