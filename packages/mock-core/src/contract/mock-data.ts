/** What `npm run generate` takes out of a contract for a mock, by operationId. */
export type MockData = Readonly<Record<string, MockOperation>>

export interface MockOperation {
  readonly method: string
  readonly path: string
  /** Those of the query. */
  readonly query: Readonly<Record<string, MockParameter>>
  /** Members that a JSON body must have; undefined where there is no body. */
  readonly body?: { readonly required: boolean; readonly members: readonly string[] }
  /** Made from the examples of the contract, or from its schemas. */
  readonly answer: MockAnswer
  readonly refusal: MockAnswer
}

export interface MockAnswer {
  readonly status: number
  /** Undefined where there is no body. */
  readonly type?: string
  /** JSON, if the media type says so; else a text. */
  readonly body?: unknown
  /** All bodies that the contract has examples of, by their names, where there are several. */
  readonly examples?: Readonly<Record<string, unknown>>
}

export interface MockParameter {
  readonly required?: boolean
  /** What stands between the items of an array. Default: the name is repeated. */
  readonly join?: string
  readonly schema: MockSchema
}

/** As much of JSON Schema as parameters have. */
export interface MockSchema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: MockSchema
}
