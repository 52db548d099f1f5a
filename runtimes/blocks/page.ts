import { runCases } from './run.ts'

Object.assign(globalThis, { runCases })
