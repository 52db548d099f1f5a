/** A fact about one example, which is the one in `file` that contains `text`. */
export interface Mark {
  readonly file: string
  readonly text: string
  readonly why: string
}

/** These are compiled like all others, but not run here. */
export const notRun: readonly Mark[] = [
  {
    file: 'packages/client-core/src/node/oidc/login.ts',
    text: 'oidcLogin(',
    why: 'a person logs in by a browser at a real issuer'
  },
  {
    file: 'packages/ogc-client/src/client/ogc-client.ts',
    text: 'getJobResult(jobID',
    why: 'the service of the examples is of version 1.0; docs/versions.md runs the same'
  },
  {
    file: 'packages/ogc-client/src/client/ogc-client.ts',
    text: 'createJob(',
    why: 'the service of the examples is of version 1.0; docs/versions.md runs the same'
  }
]

/** Pages whose examples need their own files or responses, and the tests that run them. */
export const runElsewhere: Readonly<Record<string, string>> = {
  'docs/authentication.md': 'examples/tour/authentication-docs.test.ts',
  'docs/configuration.md': 'examples/tour/configuration.test.ts'
}

/** Comments after a `console.log` that describe the output instead of quoting it. */
export const words: readonly Mark[] = [
  { file: 'README.md', text: 'quotes the server, but', why: 'the message depends on the server' },
  { file: 'docs/testing.md', text: 'http://127.0.0.1 with a free port', why: 'the port is another each time' }
]
