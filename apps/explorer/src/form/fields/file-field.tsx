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
  const end = useRef<AbortController>(undefined)
  useEffect(() => () => end.current?.abort(), [])
  const types = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) =>
    one.contentMediaType ? [one.contentMediaType] : []
  )
  const read = async (file: File): Promise<void> => {
    end.current?.abort()
    const own = new AbortController()
    end.current = own
    const { name } = file
    try {
      setReading({ name, part: 0 })
      const typed = file.type || types.length !== 1 ? file : new File([file], name, { type: types[0] })
      const onProgress = (bytes: number, total: number): void => setReading({ name, part: total ? bytes / total : 1 })
      const value = await encodeFile(typed, { onProgress, signal: own.signal })
      const wanted = types.find((type) => type.split(';', 1)[0] === value.mediaType) ?? types[0] ?? value.mediaType
      setReading({ name, part: 1 })
      onChange({ ...value, mediaType: wanted }, fieldPathId.path)
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
      {types.length > 0 && <p className="meta">{types.join(', ')}</p>}
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
                : { href: currentTarget.value, ...(types.length === 1 && { type: types[0] }) },
              fieldPathId.path
            )
          }
        />
      </label>
    </FieldFrame>
  )
}
