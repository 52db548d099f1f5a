import { JobProgress } from './job-progress.tsx'
import { ogc } from './service.ts'

/** Without this line, Next would ask the service once, when it builds, and never again. */
export const dynamic = 'force-dynamic'

/** A server component: it asks the service itself, so there is no CORS. */
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
