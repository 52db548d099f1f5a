import { type ReactElement, useEffect, useState } from 'react'
import { texts } from '../../texts/en.ts'

interface JsonTextProps {
  readonly id: string
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** A value as JSON text. While the text is not valid JSON, the value does not change, and the field says so. */
export function JsonText({ id, label, value, onChange }: JsonTextProps): ReactElement {
  const written = value === undefined ? '' : JSON.stringify(value, null, 1)
  const [text, setText] = useState(written)
  const [isBroken, setIsBroken] = useState(false)
  // A drawn or dropped value replaces the text; a typed one does not.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new value counts, not each letter.
  useEffect(() => {
    if (written !== compact(text)) setText(written)
    setIsBroken(false)
  }, [written])
  const change = (typed: string): void => {
    setText(typed)
    if (typed.trim() === '') {
      setIsBroken(false)
      onChange(undefined)
      return
    }
    try {
      const read: unknown = JSON.parse(typed)
      setIsBroken(false)
      onChange(read)
    } catch {
      setIsBroken(true)
    }
  }
  return (
    <div className="json-text">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={Math.min(8, Math.max(3, text.split('\n').length))}
        spellCheck={false}
        value={text}
        aria-invalid={isBroken}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
      {isBroken && <p className="fault">{texts.form.notJson}</p>}
    </div>
  )
}

function compact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 1)
  } catch {
    return ''
  }
}
