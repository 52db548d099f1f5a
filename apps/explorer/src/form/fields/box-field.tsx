import type { FieldProps } from '@rjsf/utils'
import { lazy, type ReactElement, Suspense, useState } from 'react'
import { Waiting } from '../../app/waiting.tsx'
import { boxGeometry } from '../../results/geojson.ts'
import { texts } from '../../texts/en.ts'
import { cornersOf } from './box-corners.ts'
import { FieldFrame } from './field-frame.tsx'

const DrawMap = lazy(() => import('../../map/draw-map.tsx'))

type Corner = number | undefined

/** A bounding box: four numbers, or drawn on a map. Boxes of six numbers keep their heights. */
export function BoxField(field: FieldProps): ReactElement {
  const { formData, onChange, fieldPathId } = field
  const [isOpen, setIsOpen] = useState(false)
  const given: Corner[] = Array.isArray(formData?.bbox) ? formData.bbox : []
  const corners = given.length === 6 ? [given[0], given[1], given[3], given[4]] : given
  const change = (next: readonly Corner[]): void => {
    const isEmpty = next.every((corner) => corner === undefined)
    const [west, south, east, north] = next
    const all = given.length === 6 ? [west, south, given[2], east, north, given[5]] : [west, south, east, north]
    onChange(isEmpty ? undefined : { ...formData, bbox: all }, fieldPathId.path)
  }
  return (
    <FieldFrame field={field}>
      <div className="box-numbers">
        {texts.form.corners.map((name, index) => (
          <label key={name}>
            <span>{name}</span>
            <input
              type="number"
              step="any"
              value={corners[index] ?? ''}
              onInput={({ currentTarget }) => {
                const next = [0, 1, 2, 3].map((corner) => corners[corner])
                next[index] = currentTarget.value === '' ? undefined : Number(currentTarget.value)
                change(next)
              }}
            />
          </label>
        ))}
      </div>
      <button type="button" className="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? texts.form.closeMap : texts.form.drawBox}
      </button>
      {isOpen && (
        <Suspense fallback={<Waiting what={texts.map.loading} />}>
          <DrawMap
            title={field.schema.title ?? field.name}
            shapes={['Box']}
            geometry={boxGeometry(corners)}
            onDraw={(geometry) => change(cornersOf(geometry))}
          />
        </Suspense>
      )}
    </FieldFrame>
  )
}
