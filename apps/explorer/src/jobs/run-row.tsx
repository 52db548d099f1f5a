import type { ListedRun } from '@geoclients/ogc-client/store'
import type { ReactElement } from 'react'
import { viewHref } from '../app/location.ts'
import { texts } from '../texts/en.ts'
import { runKey } from './run-key.ts'
import { isOver, Status } from './status.tsx'

interface RunRowProps {
  readonly run: ListedRun
  readonly isOpen: boolean
  readonly onForget: () => void
}

/** A run in a list, with a short form of its inputs. */
export function RunRow({
  run: { job, processId, status, progress, started, inputs },
  isOpen,
  onForget
}: RunRowProps): ReactElement {
  const key = runKey(job)
  return (
    <li className={isOpen ? 'chosen' : undefined}>
      <a href={viewHref(['runs', key])} aria-current={isOpen ? 'true' : undefined}>
        {processId ?? key}
      </a>
      <p className="run-given">{inputsInShort(inputs)}</p>
      <p className="run-line">
        <Status status={status} />
        <span className="meta">
          {!isOver(status) && progress !== undefined ? `${progress} % · ` : ''}
          {texts.run.started(new Date(started))}
        </span>
        <button type="button" className="quiet" onClick={onForget}>
          {texts.runs.forget}
          <span className="unseen"> {key}</span>
        </button>
      </p>
    </li>
  )
}

const longest = 90

/** Inputs as a line: `distance 100, rings 3`. */
export function inputsInShort(inputs: unknown): string {
  if (typeof inputs !== 'object' || inputs === null) return ''
  const line = Object.entries(inputs)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}
