import type { SnippetRequest } from './snippets.ts'
import { written } from './written.ts'

/** A program for cuiman, the Python client. */
export function pythonSnippet({ baseUrl, processId, inputs, outputs }: SnippetRequest): string {
  return `import time

from cuiman import Client
from gavicore.models import JobStatus, ProcessRequest

client = Client(api_url=${JSON.stringify(baseUrl)})
request = ProcessRequest(inputs=${written(inputs, python, '')}${outputs ? `, outputs=${written(outputs, python, '')}` : ''})
job = client.execute_process(${JSON.stringify(processId)}, request)
while job.status in (JobStatus.accepted, JobStatus.running):
    time.sleep(1)
    job = client.get_job(job.jobID)
print(client.get_job_results(job.jobID))
`
}

const python = {
  key: (name: string): string => JSON.stringify(name),
  text: (text: string): string => JSON.stringify(text),
  word: (value: boolean | null): string => (value === null ? 'None' : value ? 'True' : 'False')
}
