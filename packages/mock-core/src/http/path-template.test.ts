import { expect, test } from 'vitest'
import { matchPath } from './path-template.ts'

test.each([
  ['/', '/', {}],
  ['/jobs', '/jobs', {}],
  ['/jobs/{jobID}', '/jobs/job-1', { jobID: 'job-1' }],
  ['/jobs/{jobID}', '/jobs/a%2Fb%20c', { jobID: 'a/b c' }],
  ['/jobs/{jobID}/results', '/jobs/x/results', { jobID: 'x' }]
])('%s matches %s', (template, path, params) => {
  expect(matchPath(template, path)).toEqual(params)
})

test.each([
  ['/jobs', '/'],
  ['/jobs', '/jobs/'],
  ['/jobs/{jobID}', '/jobs/'],
  ['/jobs/{jobID}', '/jobs'],
  ['/jobs/{jobID}', '/jobs/a/b'],
  ['/jobs/{jobID}', '/jobs/%E0%A4%A'],
  ['/jobs', '/Jobs']
])('%s does not match %s', (template, path) => {
  expect(matchPath(template, path)).toBeUndefined()
})
