import type { OgcClient } from '@geoclients/ogc-client'
import { useQuery } from '@tanstack/react-query'

/** The processes of a service. TanStack Query passes a `signal`, which aborts the request if the component goes away. */
export function ProcessList({ ogc }: { ogc: OgcClient }) {
  const { data, error } = useQuery({
    queryKey: ['processes', ogc.config.baseUrl],
    queryFn: ({ signal }) => ogc.getProcesses({}, { signal })
  })
  if (error) return <p role="alert">{error.message}</p>
  if (!data) return <p>loading …</p>
  return (
    <ul>
      {data.processes.map(({ id, title }) => (
        <li key={id}>
          <code>{id}</code> {title}
        </li>
      ))}
    </ul>
  )
}
