import type { RequestOptions } from '@geoclients/client-core'
import type { OgcClient } from '../client/ogc-client.ts'
import { collect } from './rejection.ts'

type Call = (ogc: OgcClient, options?: RequestOptions) => Promise<unknown>

/** Each way to send something, by the method's name; each sends at least one request. */
export const everyMethod: Readonly<Record<string, Call>> = {
  getCapabilities: (ogc, options) => ogc.getCapabilities(options),
  getConformance: (ogc, options) => ogc.getConformance(options),
  getProcesses: (ogc, options) => ogc.getProcesses({}, options),
  getProcess: (ogc, options) => ogc.getProcess('p', options),
  executeProcess: (ogc, options) => ogc.executeProcess('p', {}, options),
  getJobs: (ogc, options) => ogc.getJobs({}, options),
  getJob: (ogc, options) => ogc.getJob('j', options),
  dismissJob: (ogc, options) => ogc.dismissJob('j', options),
  getJobResults: (ogc, options) => ogc.getJobResults('j', options),
  getJobResult: (ogc, options) => ogc.getJobResult('j', 'a', options),
  getJobResultItem: (ogc, options) => ogc.getJobResultItem('j', 'a', 0, options),
  deployProcess: (ogc, options) => ogc.deployProcess('cwlVersion: v1.2', {}, options),
  replaceProcess: (ogc, options) => ogc.replaceProcess('p', 'cwlVersion: v1.2', {}, options),
  undeployProcess: (ogc, options) => ogc.undeployProcess('p', options),
  getProcessPackage: (ogc, options) => ogc.getProcessPackage('p', options),
  createJob: (ogc, options) => ogc.createJob('p', {}, options),
  updateJob: (ogc, options) => ogc.updateJob('j', {}, options),
  startJob: (ogc, options) => ogc.startJob('j', options),
  getJobInputs: (ogc, options) => ogc.getJobInputs('j', options),
  getJobDefinition: (ogc, options) => ogc.getJobDefinition('j', options),
  iterProcesses: (ogc, options) => collect(ogc.iterProcesses({}, options)),
  iterJobs: (ogc, options) => collect(ogc.iterJobs({}, options)),
  watchJobs: (ogc, options) => collect(ogc.watchJobs({}, options)),
  'run, sync': (ogc, options) => ogc.run('p', {}, { ...options, mode: 'sync' }),
  'run, auto': (ogc, options) => ogc.run('p', {}, options),
  'submit, async': (ogc, options) => ogc.submit('p', {}, { ...options, mode: 'async' }),
  'submit, auto': (ogc, options) => ogc.submit('p', {}, options),
  'job.refresh': (ogc, options) => ogc.job('j').refresh(options),
  'job.dismiss': (ogc, options) => ogc.job('j').dismiss(options)
}
