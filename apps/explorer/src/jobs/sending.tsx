import type { ReactElement } from 'react'
import { Waiting } from '../app/waiting.tsx'
import { texts } from '../texts/en.ts'

interface SendingProps {
  readonly inputs: Readonly<Record<string, unknown>>
  readonly onCancel: () => void
}

/** What takes a while to be sent is told with its size. A page cannot see how much of it has gone. */
const large = 500_000

/** A request that has no answer yet. */
export function Sending({ inputs, onCancel }: SendingProps): ReactElement {
  const bytes = sizeOf(inputs)
  return (
    <div className="panel">
      <Waiting what={bytes > large ? texts.process.sendingMuch(bytes) : texts.process.sending} />
      <button type="button" onClick={onCancel}>
        {texts.run.cancel}
      </button>
    </div>
  )
}

/** The length of all texts of the inputs, which is about what is sent of files. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, one) => sum + sizeOf(one), 0)
}
