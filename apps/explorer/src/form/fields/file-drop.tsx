import { type DragEvent, type ReactElement, type ReactNode, useId, useState } from 'react'
import { texts } from '../../texts/en.ts'

interface FileDropProps {
  readonly accept?: string
  readonly onFile: (file: File) => void
  readonly children?: ReactNode
}

/** A drop target for files, with a button for users who cannot drag. */
export function FileDrop({ accept, onFile, children }: FileDropProps): ReactElement {
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same.
    <div
      className={isOver ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id} className="button quiet file-button">
        {texts.form.chooseFile}
        <input
          id={id}
          type="file"
          accept={accept}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) onFile(file)
            currentTarget.value = ''
          }}
        />
      </label>
      <span className="meta">{texts.form.orDrop}</span>
      {children}
    </div>
  )
}
