import { encodeFile } from '@geoclients/ogc-client/helpers'
import type { FieldProps } from '@rjsf/utils'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { Problem } from '../../app/problem.tsx'
import { texts } from '../../texts/en.ts'
import { FieldFrame } from './field-frame.tsx'
import { inputOf } from './field-input.ts'
import { FileDrop } from './file-drop.tsx'

type Reading = { readonly name: string; readonly part: number; readonly error?: unknown }

/** A file input, or a link to a file. The file is encoded in parts, so the page stays responsive. */
export function FileField(field: FieldProps): ReactElement {
  const { formData, onChange, fieldPathId } = field
  const schema = inputOf(field)
  const [reading, setReading] = useState<Reading>()
  /** The media type that was chosen before there was a file. */
  const [wanted, setWanted] = useState<string>()
  const end = useRef<AbortController>(undefined)
  useEffect(() => () => end.current?.abort(), [])
  const types = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) =>
    one.contentMediaType ? [one.contentMediaType] : []
  )
  const type = typeOf(formData) ?? wanted ?? types[0]
  const choose = (next: string): void => {
    setWanted(next)
    if (formData === undefined) return
    const member = typeof formData.href === 'string' ? 'type' : 'mediaType'
    onChange({ ...formData, [member]: next }, fieldPathId.path)
  }
  const read = async (file: File): Promise<void> => {
    end.current?.abort()
    const own = new AbortController()
    end.current = own
    const { name } = file
    try {
      setReading({ name, part: 0 })
      const told = types.find((one) => essence(one) === file.type) ?? wanted ?? types[0]
      const typed = told === undefined ? file : new File([file], name, { type: told })
      const onProgress = (bytes: number, total: number): void => setReading({ name, part: total ? bytes / total : 1 })
      const value = await encodeFile(typed, { onProgress, signal: own.signal })
      setReading({ name, part: 1 })
      onChange({ ...value, ...(told !== undefined && { mediaType: told }) }, fieldPathId.path)
    } catch (error) {
      if (!own.signal.aborted) setReading({ name, part: 0, error })
    }
  }
  const clear = (): void => {
    setReading(undefined)
    onChange(undefined, fieldPathId.path)
  }
  return (
    <FieldFrame field={field}>
      {types.length === 1 && <p className="meta">{types[0]}</p>}
      {types.length > 1 && (
        <label className="choice">
          <span>{texts.form.mediaType}</span>
          <select value={type} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {types.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
      <FileDrop onFile={(file) => void read(file)}>
        {formData !== undefined && (
          <button type="button" className="quiet" onClick={clear}>
            {texts.form.removeFile}
          </button>
        )}
      </FileDrop>
      {reading && reading.part < 1 && !reading.error && (
        <progress value={reading.part} aria-label={texts.form.readingFile(reading.name)} />
      )}
      {formData !== undefined && <p role="status">{texts.form.fileGiven(reading?.name, formData)}</p>}
      {reading?.error !== undefined && <Problem error={reading.error} />}
      <label className="link-input">
        <span>{texts.form.orLink}</span>
        <input
          type="url"
          placeholder="https://"
          value={typeof formData?.href === 'string' ? formData.href : ''}
          onInput={({ currentTarget }) =>
            onChange(
              currentTarget.value === ''
                ? undefined
                : { href: currentTarget.value, ...(type !== undefined && { type }) },
              fieldPathId.path
            )
          }
        />
      </label>
    </FieldFrame>
  )
}

const essence = (mediaType: string): string => mediaType.split(';', 1)[0] ?? ''

/** The media type that a given value or link says. */
function typeOf(value: unknown): string | undefined {
  const { mediaType, type } = (value ?? {}) as { readonly mediaType?: unknown; readonly type?: unknown }
  const told = mediaType ?? type
  return typeof told === 'string' ? told : undefined
}
