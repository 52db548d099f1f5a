import { measureMemory } from './cas/memory.ts'
import { measureSideBySide } from './cas/side-by-side.ts'
import type { Figure } from './figure.ts'

/** CAS without limits: constant memory against the mock, and time beside the Python client against the real service. */
export async function measure(): Promise<Figure[]> {
  return [...(await measureMemory()), ...(await measureSideBySide())]
}
