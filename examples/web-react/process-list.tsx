import type { OgcClient } from '@geoclients/ogc-client'
import { processesQuery } from '@geoclients/ogc-client/query'
import { useQuery } from '@tanstack/react-query'

/** The processes of a service, from all pages. If the component is unmounted, the request is aborted. */
export function ProcessList({ ogc }: { readonly ogc: OgcClient }) {
  const { data, error } = useQuery(processesQuery(ogc))
  if (error) return <p role="alert">{error.message}</p>
  if (!data) return <p>loading …</p>
  return (
    <ul>
      {data.map(({ id, title }) => (
        <li key={id}>
          <code>{id}</code> {title}
        </li>
      ))}
    </ul>
  )
}
