/** The parts of a client's generated `operations` that its methods are checked against. */
export interface Operations {
  readonly [operationId: string]: {
    readonly method: string
    readonly path: string
    readonly parameters: { readonly query: Readonly<Record<string, { readonly type: string | undefined }>> }
  }
}

/** How a client deliberately differs from its contract. */
export interface LeftOut {
  /** Why there is no method `getJobs`, or no member for its query parameter `q`: by `getJobs`, by `getJobs q`. */
  readonly reasons: Readonly<Record<string, string>>
  /** Members that are named otherwise than their query parameter in camelCase, by the parameter. */
  readonly renamed: Readonly<Record<string, string>>
}

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name

type Member<Name extends string, Left extends LeftOut> = Name extends keyof Left['renamed']
  ? Left['renamed'][Name] & string
  : CamelCase<Name>

/** The members of all objects that a method takes. */
type Members<Method> = Method extends (...args: infer Given) => unknown ? KeysOf<Given[number]> : never
type KeysOf<Given> = Given extends object ? keyof Given : never

type Where = 'add it to the client, or to left-out.ts with the reason'

type UnservedQuery<Id extends string, Name extends string, Method, Left extends LeftOut> = Name extends Name
  ? `${Id} ${Name}` extends keyof Left['reasons']
    ? never
    : Member<Name, Left> extends Members<Method>
      ? never
      : `${Id} has no member ${Member<Name, Left>} for the query parameter ${Name}: ${Where}`
  : never

/** A sentence for each operation without a method of its name, and for each query parameter without a member; never if there is none. */
export type Unserved<Known extends Operations, Client, Left extends LeftOut> = {
  [Id in keyof Known & string]: Id extends keyof Left['reasons']
    ? never
    : Id extends keyof Client
      ? UnservedQuery<Id, keyof Known[Id]['parameters']['query'] & string, Client[Id], Left>
      : `${Id} has no method: ${Where}`
}[keyof Known & string]

/** A call of each operation's method with members of its query, and whatever else the method needs. */
export type Calls<Known extends Operations, Client, Left extends LeftOut> = {
  readonly [Id in Exclude<keyof Known, keyof Left['reasons']>]: (
    client: Client,
    query: Record<never, never>
  ) => Promise<unknown>
}

export interface Proof<Known extends Operations, Client, Left extends LeftOut> {
  readonly operations: Known
  readonly leftOut: Left
  readonly calls: Calls<Known, Client, Left>
  /** Values of query members, by parameter, where one of its type alone would be refused. */
  readonly samples: Readonly<Record<string, unknown>>
  readonly client: (fetch: typeof globalThis.fetch) => Client
}

/** A sentence for each method that does not send its operation, and each query parameter that does not reach the wire. */
export async function unsent<Known extends Operations, Client, Left extends LeftOut>(
  proof: Proof<Known, Client, Left>
): Promise<string[]> {
  const { operations, leftOut, calls, samples, client } = proof
  const findings: string[] = []
  const where = 'add it to the client, or to left-out.ts with the reason'

  const sentBy = async (id: string, query: object): Promise<{ sent: Request[]; failure: string }> => {
    const sent: Request[] = []
    const own = client(async (input, init) => {
      sent.push(new Request(input, init))
      throw new TypeError('nobody is there')
    })
    const call = (calls as Readonly<Record<string, (client: Client, query: object) => Promise<unknown>>>)[id]
    const failure = call ? await call(own, query).then(String, String) : 'there is no call of it'
    return { sent, failure }
  }

  for (const [id, { method, path, parameters }] of Object.entries(operations)) {
    if (id in leftOut.reasons) continue
    const template = new RegExp(`${path.replaceAll('.', '\\.').replace(/\{[^{}]+\}/g, '[^/]+')}$`)
    const isIt = (request: Request): boolean =>
      request.method === method && template.test(new URL(request.url).pathname)
    const plain = await sentBy(id, {})
    if (!plain.sent.some(isIt)) findings.push(`${id} does not send ${method} ${path}: ${plain.failure}`)
    for (const [name, { type }] of Object.entries(parameters.query)) {
      if (`${id} ${name}` in leftOut.reasons) continue
      const member = leftOut.renamed[name] ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
      const { sent, failure } = await sentBy(id, { [member]: samples[name] ?? sampleOf(type) })
      const arrived = sent.some((request) => isIt(request) && new URL(request.url).searchParams.has(name))
      if (!arrived) findings.push(`${id} does not send the query parameter ${name}: ${where} (${failure})`)
    }
  }
  return findings
}

function sampleOf(type: string | undefined): unknown {
  if (type === 'array') return ['a']
  if (type === 'boolean') return true
  return type === 'integer' || type === 'number' ? 1 : 'a'
}
