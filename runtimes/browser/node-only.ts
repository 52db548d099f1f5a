/** Tests that can run only in Node. Paths are relative to `packages/`. */
export interface NodeOnly {
  readonly files: readonly string[]
  readonly reason: string
}

export const nodeOnly: readonly NodeOnly[] = [
  {
    files: ['client-core', 'ogc-client', 'cas-client', 'features-client'].map((name) => `${name}/src/node/**`),
    reason: 'The entries for Node: files of settings, the keychain of a login, a server on the loopback address.'
  },
  {
    files: ['ogc-client/src/mock/node/**', 'cas-client/src/mock/node/**'],
    reason: 'The mocks as servers of node:http, and their command.'
  },
  {
    files: ['ogc-client/src/mock/jobs/callbacks-reach.test.ts', 'ogc-client/src/mock/inputs/references.test.ts'],
    reason: 'Mocks that ask other servers, which are of node:http.'
  },
  {
    files: ['ogc-client/src/schema/agent-tools.test.ts', 'ogc-client/src/schema/standard-schema.test.ts'],
    reason: 'Libraries of servers: an SDK for agents, a router.'
  },
  {
    files: ['client-core/src/request/fetch/hand-out-cookies.test.ts'],
    reason: 'Browsers show no Set-Cookie header.'
  },
  {
    files: ['ogc-client/src/mock/msw.test.ts', 'cas-client/src/mock/msw.test.ts'],
    reason: "msw's half for Node; its half for browsers, a service worker, is used by the rehearsal of a release."
  },
  {
    files: ['client-core/src/request/forgotten-bodies.test.ts', 'cas-client/src/bulk/extract-all-memory.test.ts'],
    reason: 'Garbage is collected on demand, by a flag of Node.'
  },
  {
    files: [
      'client-core/src/request/native-fetch.test.ts',
      'client-core/src/request/network-error-node.test.ts',
      'ogc-client/src/client/hostile-server.test.ts',
      'ogc-client/src/client/refused-connection.test.ts'
    ],
    reason: "Servers of node:http, and what Node's fetch says of them; ../broken/ has such servers for every runtime."
  },
  {
    files: ['ogc-client/src/mock/processes/png.test.ts', 'ogc-client/src/mock/processes/built-in.test.ts'],
    reason: 'Pictures are read back by node:zlib.'
  },
  {
    files: ['ogc-client/src/client/several-users.test.ts'],
    reason: 'Users are told apart by AsyncLocalStorage, which only runtimes of servers have.'
  },
  { files: ['ogc-client/src/utils/inspect.test.ts'], reason: "How results look in Node's console, to the letter." },
  { files: ['ogc-client/contract/known-quirks.test.ts'], reason: 'Reads the sources of other tests.' },
  { files: ['cas-client/src/request/time-range-zones.test.ts'], reason: 'Sets the time zone of the process.' }
]
