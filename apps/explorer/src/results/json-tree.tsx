import type { JsonValue } from '@geoclients/ogc-client'
import { type ReactElement, useState } from 'react'
import { texts } from '../texts/en.ts'

const shownAtOnce = 100

interface JsonTreeProps {
  readonly value: JsonValue
  readonly name?: string
  readonly depth?: number
}

/** JSON as a tree of which each branch opens by itself; what is closed is not drawn. */
export function JsonTree({ value, name, depth = 0 }: JsonTreeProps): ReactElement {
  const [isOpen, setIsOpen] = useState(depth < 2)
  const [shown, setShown] = useState(shownAtOnce)
  const label = name === undefined ? '' : `${name}: `
  if (value === null || typeof value !== 'object') {
    return (
      <div className="leaf">
        <span className="json-name">{label}</span>
        <span className={`json-${value === null ? 'null' : typeof value}`}>{JSON.stringify(value)}</span>
      </div>
    )
  }
  const entries = Object.entries(value)
  return (
    <details className="json" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        <span className="json-name">{label}</span>
        {texts.results.members(entries.length, Array.isArray(value))}
      </summary>
      {isOpen &&
        entries.slice(0, shown).map(([key, item]) => <JsonTree key={key} name={key} value={item} depth={depth + 1} />)}
      {isOpen && entries.length > shown && (
        <button type="button" className="quiet" onClick={() => setShown(shown + 1000)}>
          {texts.results.more(entries.length - shown)}
        </button>
      )}
    </details>
  )
}
