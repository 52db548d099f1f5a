import { type ReactElement, useEffect, useState } from 'react'

/** A picture; a small one enlarged without smoothing, so that each pixel is seen. */
export function ImageView({ blob, title }: { readonly blob: Blob; readonly title: string }): ReactElement {
  const [href, setHref] = useState<string>()
  const [isSmall, setIsSmall] = useState(false)
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setHref(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return (
    <figure className={isSmall ? 'picture picture-small' : 'picture'}>
      {href && (
        <img src={href} alt={title} onLoad={({ currentTarget }) => setIsSmall(currentTarget.naturalWidth < 128)} />
      )}
    </figure>
  )
}
