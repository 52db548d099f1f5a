import 'ol/ol.css'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type BaseMap, createBaseMap } from './base-map.ts'

/** A map in an element. It is created again if the colours change. */
export function useBaseMap(): {
  readonly element: RefObject<HTMLDivElement | null>
  readonly base: BaseMap | undefined
} {
  const element = useRef<HTMLDivElement>(null)
  const [base, setBase] = useState<BaseMap>()
  const isDark = useIsDark()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read when the map is made.
  useEffect(() => {
    if (!element.current) return undefined
    const made = createBaseMap(element.current)
    const drawn = element.current
    made.map.on('rendercomplete', () => drawn.setAttribute('data-drawn', ''))
    setBase(made)
    return () => {
      setBase(undefined)
      made.map.setTarget(undefined)
      made.map.dispose()
    }
  }, [isDark])
  return { element, base }
}

function useIsDark(): boolean {
  const [query] = useState(() => matchMedia('(prefers-color-scheme: dark)'))
  const [isDark, setIsDark] = useState(query.matches)
  useEffect(() => {
    const change = (): void => setIsDark(query.matches)
    query.addEventListener('change', change)
    return () => query.removeEventListener('change', change)
  }, [query])
  return isDark
}
