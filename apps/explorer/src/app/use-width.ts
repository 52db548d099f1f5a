import { type RefCallback, useCallback, useState } from 'react'

/** The width of an element in pixels: a drawing that is as wide has letters as large as those of the page. */
export function useWidth(first: number): { readonly ref: RefCallback<Element>; readonly width: number } {
  const [width, setWidth] = useState(first)
  const ref = useCallback(
    (element: Element | null) => {
      if (!element) return undefined
      const measure = (): void => setWidth(Math.round(element.getBoundingClientRect().width) || first)
      measure()
      const observer = new ResizeObserver(measure)
      observer.observe(element)
      return () => observer.disconnect()
    },
    [first]
  )
  return { ref, width }
}
