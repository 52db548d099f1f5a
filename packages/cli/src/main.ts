#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Before anything else is loaded, so that the second start compiles nothing.
enableCompileCache()
const { runProcess } = await import('./program/run-process.ts')
await runProcess()
