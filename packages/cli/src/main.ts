#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Before anything else is loaded, so the second start needs no compilation.
enableCompileCache()
const { runProcess } = await import('./program/run-process.ts')
await runProcess()
