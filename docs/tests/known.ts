/** What is so of one example: the one in `file` that has `text` in it. */
export interface Mark {
  readonly file: string
  readonly text: string
  readonly why: string
}

/** Compiled as all are, but not run here. */
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

/** Pages whose blocks build on files or answers of their own, and where they are run with them. */
export const runElsewhere: Readonly<Record<string, string>> = {
  'docs/authentication.md': 'examples/tour/authentication-docs.test.ts',
  'docs/configuration.md': 'examples/tour/configuration.test.ts'
}

/** Comments behind a `console.log` that are words about what is printed, not what is printed. */
export const words: readonly Mark[] = [
  { file: 'README.md', text: 'quotes the server, but', why: 'the message depends on the server' },
  { file: 'docs/testing.md', text: 'http://127.0.0.1 with a free port', why: 'the port is another each time' }
]
