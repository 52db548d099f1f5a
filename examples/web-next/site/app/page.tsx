import { JobProgress } from './job-progress.tsx'
import { ogc } from './service.ts'

/** Without this line, Next would call the service only once, when it builds. */
export const dynamic = 'force-dynamic'

/** A server component. It calls the service itself, so no CORS headers are needed. */
export default async function Page() {
  const { processes } = await ogc.getProcesses()
  return (
    <main>
      <h1>Jobs in Next</h1>
      <ul>
        {processes.map(({ id, title }) => (
          <li key={id}>
            <code>{id}</code> {title}
          </li>
        ))}
      </ul>
      <JobProgress />
    </main>
  )
}
