const job = '`GET /jobs/{jobID}`'
const polls = `${job}, or \`GET /jobs\` for several jobs`
const results = '`GET /jobs/{jobID}/results`'
const start = '`GET /processes/{processID}` (once, unless `mode` is given), `POST /processes/{processID}/execution`'

/** The requests of methods that do more than one operation of the contract. */
export const requestsOfTasks: Readonly<Record<string, string>> = {
  'OgcClient.iterProcesses': '`GET /processes`, once for each page',
  'OgcClient.iterJobs': '`GET /jobs`, once for each page',
  'OgcClient.run': `${start}; if the server starts a job also polls and ${results}`,
  'OgcClient.submit': start,
  'OgcClient.job': 'none',
  'OgcClient.watchJobs': `polls: ${polls}`,
  'FeaturesClient.iterItems': '`GET /collections/{collectionId}/items`, once for each page',
  'Job.refresh': job,
  'Job.watch': `polls: ${polls}`,
  'Job.wait': `polls: ${polls}; if the job failed also ${results}`,
  'Job.results': `polls: ${polls}; then ${results}`,
  'Job.dismiss': '`DELETE /jobs/{jobID}`',
  'Job.toJSON': 'none',
  'CasClient.extractAll': '`POST /api/v1/extract/batch`, once for each batch',
  'CasClient.enrich': '`POST /api/v1/extract/batch`, once for each batch',
  'CasClient.findDatasets': '`GET /api/v1/datasets`, once for each page',
  'CasClient.iterProviders': '`GET /api/v1/providers`, once for each page',
  'CasClient.iterDatasets': '`GET /api/v1/datasets`, once for each page'
}
