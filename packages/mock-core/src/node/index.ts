export { type CommandLine, type Flag, readCount, serveFromCommandLine } from './command-line.ts'
export { type MockServer, type ServeOptions, serve } from './serve.ts'
