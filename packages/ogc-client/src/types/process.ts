import type { JsonValue, ProcessRequest } from '../generated/types.ts'
import type { InputsOf } from './inputs.ts'

/** Inputs and outputs of one process, for a client that knows its server's processes. */
export interface ProcessTypes {
  inputs: object
  outputs: object
}

/** A process of which nothing is known: inputs are checked by the server, outputs are JSON. */
export interface OpenProcess {
  inputs: Readonly<Record<string, unknown>>
  outputs: Record<string, JsonValue>
}

/** The ids that a client with the processes `P` takes: those it knows, or any. */
export type ProcessId<P> = string extends keyof P ? string : keyof P & string

/** The types of process `K` among `P`. */
export type ProcessOf<P, K> = K extends keyof P ? (P[K] extends ProcessTypes ? P[K] : OpenProcess) : OpenProcess

/** The types of the outputs of process `K` among `P`. */
export type OutputsOf<P, K> = ProcessOf<P, K>['outputs']

/** What to run, with the inputs of that process: values, links, bytes, dates, or other processes. */
export type ExecuteRequest<I extends object> = Omit<ProcessRequest, 'inputs'> & { inputs?: InputsOf<I> }

/** What to run, where it is process `K` among `P`. */
export type RequestOf<P, K> = ExecuteRequest<ProcessOf<P, K>['inputs']>
