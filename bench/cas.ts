import { measureMemory } from './cas/memory.ts'
import { measureSideBySide } from './cas/side-by-side.ts'
import type { Figure } from './figure.ts'

/** Measures CAS without limits: memory with the mock, and time compared with the Python client on the real service. */
export async function measure(): Promise<Figure[]> {
  return [...(await measureMemory()), ...(await measureSideBySide())]
}
