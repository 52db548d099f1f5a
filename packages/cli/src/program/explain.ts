import { isClientError, isOgcError } from '@geoclients/ogc-client'
import { Interrupted } from '../terminal/interrupts.ts'
import { printable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { nextStep } from './next-step.ts'
import { UsageError } from './usage-error.ts'

/** An error as text: the message, the server's traceback if there is one, and the next step. No stack. */
export function explain(error: unknown, terminal: Terminal): string {
  if (error instanceof Interrupted) return 'interrupted'
  const lines = [messageOf(error)]
  const traceback = isOgcError(error) ? error.apiError?.traceback : undefined
  if (traceback) lines.push(...traceback.map((line) => `  ${line.trimEnd()}`))
  const next = error instanceof UsageError ? error.next : nextStep(error)
  if (next) lines.push(next)
  return `${terminal.style(terminal.stderr, 'red', 'error:')} ${lines.map(printable).join('\n')}`
}

const byFileError: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you do not have permission to read or write it',
  EISDIR: 'it is a folder',
  EEXIST: 'there is something of this name',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EFBIG: 'the file is too large for this file system',
  EROFS: 'the disk is read-only'
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (isClientError(error)) return error.message
  if (!('code' in error) || typeof error.code !== 'string') return error.message
  const what = byFileError[error.code]
  if (!what) return error.message
  return 'path' in error && typeof error.path === 'string' ? `${error.path}: ${what}` : what
}
