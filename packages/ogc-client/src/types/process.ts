import type { JsonValue, ProcessRequest } from '../generated/types.ts'
import type { InputsOf } from './inputs.ts'

/** Inputs and outputs of one process, for a client that knows its server's processes. */
export interface ProcessTypes {
  inputs: object
  outputs: object
}

/** An unknown process: only the server checks inputs, and outputs are JSON. */
export interface OpenProcess {
  inputs: Readonly<Record<string, unknown>>
  outputs: Record<string, JsonValue>
}

/** The process ids that a client with the processes `P` accepts: the known ones, or any. */
export type ProcessId<P> = string extends keyof P ? string : keyof P & string

/** The types of process `K` of `P`. */
export type ProcessOf<P, K> = K extends keyof P ? (P[K] extends ProcessTypes ? P[K] : OpenProcess) : OpenProcess

/** The output types of process `K` of `P`. */
export type OutputsOf<P, K> = ProcessOf<P, K>['outputs']

/** An execution request with the inputs of a process: values, links, bytes, dates, or other processes. */
export type ExecuteRequest<I extends object> = Omit<ProcessRequest, 'inputs'> & { inputs?: InputsOf<I> }

/** An execution request for process `K` of `P`. */
export type RequestOf<P, K> = ExecuteRequest<ProcessOf<P, K>['inputs']>
