export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

interface Operation {
  readonly requestBody?: unknown
  readonly responses?: Readonly<Record<string, unknown>>
}

export interface DeclaredResponse {
  /** Its path in the document. */
  readonly at: string[]
  readonly mediaTypes: string[]
  readonly requiredHeaders: string[]
}

export interface FoundOperation {
  /** `GET /jobs/{jobID}` */
  readonly name: string
  /** The declared response for a status: the status itself, its class (`4XX`) or `default`. */
  readonly response: (status: number) => DeclaredResponse | undefined
  /** Path of the request body in the document; undefined if there is none. */
  readonly requestBody: string[] | undefined
}

export interface OperationFinder {
  /** The operation of a request. Fixed segments win over templates. */
  readonly find: (method: string, url: string) => FoundOperation | undefined
  /** Whether a URL belongs to the contract: it is below the first segment of one of its paths. */
  readonly covers: (url: string) => boolean
}

export function createOperationFinder(document: OpenApiDocument, baseUrl: string): OperationFinder {
  const base = new URL(baseUrl)
  const root = base.pathname.replace(/\/$/, '')
  const paths = Object.keys(document.paths).sort((a, b) => templates(a) - templates(b))
  const collections = new Set(paths.map(collectionOf))

  function below(url: string): string | undefined {
    const { origin, pathname } = new URL(url)
    if (origin !== base.origin || !`${pathname}/`.startsWith(`${root}/`)) return undefined
    return pathname.slice(root.length) || '/'
  }

  function find(method: string, url: string): FoundOperation | undefined {
    const asked = below(url)
    const path = asked === undefined ? undefined : paths.find((template) => matches(template, asked))
    const operation = path === undefined ? undefined : document.paths[path]?.[method.toLowerCase()]
    if (path === undefined || !operation) return undefined
    return {
      name: `${method} ${path}`,
      requestBody: operation.requestBody
        ? resolve(document, ['paths', path, method.toLowerCase(), 'requestBody']).at
        : undefined,
      response(status) {
        const key = [String(status), `${Math.floor(status / 100)}XX`, 'default'].find(
          (name) => operation.responses?.[name]
        )
        return key === undefined
          ? undefined
          : declared(document, ['paths', path, method.toLowerCase(), 'responses', key])
      }
    }
  }

  return {
    find,
    covers(url) {
      const asked = below(url)
      return asked !== undefined && collections.has(collectionOf(asked))
    }
  }
}

function collectionOf(path: string): string {
  return path.split('/')[1] ?? ''
}

function declared(document: object, path: string[]): DeclaredResponse {
  const { at, value } = resolve(document, path)
  const { content = {}, headers = {} } = value as Record<string, Record<string, unknown>>
  const requiredHeaders = Object.keys(headers).filter(
    (name) => (resolve(document, [...at, 'headers', name]).value as { required?: boolean }).required === true
  )
  return { at, mediaTypes: Object.keys(content), requiredHeaders }
}

/** The value at a path of the document. A reference is followed. */
export function resolve(document: object, at: string[]): { at: string[]; value: unknown } {
  const value = at.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document)
  const { $ref } = value as { $ref?: string }
  if ($ref === undefined) return { at, value }
  return resolve(document, $ref.replace(/^#\//, '').split('/').map(fromPointer))
}

/** A JSON pointer (RFC 6901), as a fragment of a URI. */
export function pointer(at: readonly string[]): string {
  return at.map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')
}

function fromPointer(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')
}

function templates(path: string): number {
  return path.split('{').length
}

function matches(template: string, path: string): boolean {
  const [expected, given] = [template.split('/'), path.split('/')]
  return (
    expected.length === given.length &&
    expected.every((segment, i) => (segment.startsWith('{') ? given[i] !== '' : segment === given[i]))
  )
}
