import { type ReactElement, useId, useState } from 'react'
import { texts } from '../texts/en.ts'
import {
  type Choosable,
  type ChoosableOutput,
  type Mode,
  type OutputChoice,
  type OutputWish,
  withWish
} from './output-choice.ts'

interface OutputChoicesProps {
  readonly choosable: Choosable
  readonly choice: OutputChoice
  readonly onChange: (choice: OutputChoice) => void
}

/** Which outputs are wanted, in which media type, and whether as values or as links. */
export function OutputChoices({ choosable, choice, onChange }: OutputChoicesProps): ReactElement {
  const { outputs } = choosable
  const wanted = outputs.filter(({ id }) => !choice || choice[id])
  const [isOpen, setIsOpen] = useState(choice !== undefined || outputs.some(({ mediaTypes }) => mediaTypes.length > 0))
  return (
    <details className="outputs" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{texts.outputs.title(choice ? wanted.length : undefined, outputs.length)}</summary>
      {isOpen && (
        <ul className="plain">
          {outputs.map((output) => (
            <Row
              key={output.id}
              output={output}
              modes={choosable.modes}
              wish={choice ? choice[output.id] : {}}
              isLast={wanted.length === 1 && wanted[0] === output}
              onWish={(wish) => onChange(withWish(choosable, choice, output.id, wish))}
            />
          ))}
        </ul>
      )}
    </details>
  )
}

interface RowProps {
  readonly output: ChoosableOutput
  readonly modes: readonly Mode[]
  readonly wish: OutputWish | undefined
  /** Whether no other output is wanted, so that this one must stay. */
  readonly isLast: boolean
  readonly onWish: (wish: OutputWish | undefined) => void
}

function Row({ output: { title, mediaTypes }, modes, wish, isLast, onWish }: RowProps): ReactElement {
  const { format, ...withoutFormat } = wish ?? {}
  const { transmissionMode, ...withoutMode } = wish ?? {}
  return (
    <li className="output-row">
      <label className="check">
        <input
          type="checkbox"
          checked={wish !== undefined}
          disabled={isLast}
          onChange={({ currentTarget }) => onWish(currentTarget.checked ? {} : undefined)}
        />
        {title}
      </label>
      {wish && mediaTypes.length > 0 && (
        <Choice
          name={texts.outputs.format(title)}
          value={format?.mediaType}
          free={texts.outputs.anyFormat}
          options={mediaTypes.map((type) => [type, type])}
          onChoose={(type) => onWish({ ...withoutFormat, ...(type && { format: { mediaType: type } }) })}
        />
      )}
      {wish && modes.length > 0 && (
        <Choice
          name={texts.outputs.mode(title)}
          value={transmissionMode}
          free={texts.outputs.anyMode}
          options={modes.map((mode) => [mode, texts.outputs.modes[mode]])}
          onChoose={(mode) => onWish({ ...withoutMode, ...(mode && { transmissionMode: mode as Mode }) })}
        />
      )}
    </li>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly value: string | undefined
  /** What it says if nothing is chosen. */
  readonly free: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly onChoose: (value: string | undefined) => void
}

/** One of several, or what the server does anyway. */
function Choice({ name, value, free, options, onChoose }: ChoiceProps): ReactElement {
  const id = useId()
  return (
    <>
      <label className="unseen" htmlFor={id}>
        {name}
      </label>
      <select id={id} value={value ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}>
        <option value="">{free}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </>
  )
}
