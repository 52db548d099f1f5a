import { type MockInputs, type MockProcess, ProcessFailure } from '../mock-process.ts'
import type { Outcome } from './job.ts'

/** Computes the outcome of a process immediately, including failures. The job decides when it is shown. */
export async function runProcess({ description, run }: MockProcess, inputs: MockInputs): Promise<Outcome> {
  try {
    const outputs = await run(inputs)
    const missing = Object.keys(description.outputs ?? {}).find((id) => outputs[id] === undefined)
    if (missing !== undefined) throw new Error(`The process returned no output '${missing}'.`)
    return { outputs }
  } catch (error) {
    if (error instanceof ProcessFailure) return { failure: error }
    return { failure: new ProcessFailure(error instanceof Error ? error.message : String(error)) }
  }
}
