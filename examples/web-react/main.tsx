import { OgcClient } from '@geoclients/ogc-client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { JobProgress } from './job-progress.tsx'
import { ProcessList } from './process-list.tsx'

// The dev server forwards /ogc to the service (vite.config.ts), so the page needs no CORS.
const ogc = new OgcClient({ baseUrl: `${location.origin}/ogc` })

createRoot(document.getElementById('root') as HTMLElement).render(
  <QueryClientProvider client={new QueryClient()}>
    <h1>Jobs in React</h1>
    <ProcessList ogc={ogc} />
    <JobProgress ogc={ogc} />
  </QueryClientProvider>
)
