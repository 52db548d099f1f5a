import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Api } from '../contract/apis.ts'
import { main as generate } from '../generate/main.ts'
import { main as pull } from '../pull/main.ts'

export const contract = 'specs/demo/openapi.yaml'
export const out = 'packages/demo/src/generated'
export const demo: Api = { name: 'demo', contract, out, handwritten: { JsonValue: '../json-value.ts' } }

/** A small valid contract, which tests break. */
export const goodContract = `openapi: 3.1.0
info: { title: Demo, version: 1.0.0, license: { name: Apache-2.0, identifier: Apache-2.0 } }
servers: [{ url: 'http://127.0.0.1:8008' }]
security: [{}]
tags: [{ name: things, description: Things. }]
paths:
  /things:
    post:
      operationId: addThing
      x-safe: false
      tags: [things]
      summary: Add a thing
      description: Adds a thing.
      requestBody:
        description: The thing.
        content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }
      responses: &answers
        '200':
          description: The thing.
          content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }
        '400': { $ref: '#/components/responses/Refused' }
    get:
      operationId: getThing
      x-safe: true
      tags: [things]
      summary: Get the thing
      description: Gets the thing.
      responses: *answers
components:
  responses:
    Refused: { description: No. }
  schemas:
    JsonValue: { description: Any JSON value. }
    Size: { type: string, enum: [small, large] }
    Thing:
      type: object
      required: [name]
      properties:
        name: { type: string }
        color: { type: string, default: red }
        size: { $ref: '#/components/schemas/Size', x-open-enum: true, description: How big. }
        more: { $ref: '#/components/schemas/JsonValue' }
`

/** An API whose server describes itself, and what its overlay says beside that. */
export const pulled: Api = {
  name: 'pulled',
  contract: 'specs/pulled/openapi.yaml',
  mergedFrom: { upstream: 'specs/pulled/upstream.json', overlay: 'specs/pulled/overlay.yaml' },
  out: 'packages/pulled/src/generated',
  handwritten: {}
}
export const served = {
  openapi: '3.1.0',
  info: { title: 'Theirs', version: '3', description: 'Their text.' },
  paths: {
    '/state': { get: { operationId: 'state_get', summary: 'Theirs', responses: { 200: { description: 'Theirs' } } } }
  }
}
export const goodOverlay = `overlay: 1.0.0
info: { title: Mend, version: 1.0.0 }
actions:
  - description: Texts of the whole.
    target: $
    update:
      info: { title: Ours, license: { name: MIT, identifier: MIT } }
      servers: [{ url: 'http://127.0.0.1:8008' }]
      security: [{}]
      tags: [{ name: all, description: All. }]
  - description: Texts and answers of the only operation.
    target: $.paths['/state'].get
    update:
      operationId: state
      x-safe: true
      tags: [all]
      summary: State
      description: The state.
      responses:
        '200': { description: It., content: { application/json: { schema: { type: string } } } }
        '404': { description: Not here. }
`

/** A repository in a temporary folder, with `goodContract` or what the test wrote over it. */
export class TestWorkplace {
  readonly root: string
  /** What the last command said that it was about to do. */
  readonly steps: string[] = []

  private constructor(root: string) {
    this.root = root
  }

  static async create(): Promise<TestWorkplace> {
    const workplace = new TestWorkplace(await mkdtemp(join(tmpdir(), 'generate-')))
    await workplace.write(contract, goodContract)
    return workplace
  }

  generate(args: string[] = [], apis: readonly Api[] = [demo]): Promise<{ code: number; text: string }> {
    return this.run(generate, args, apis)
  }

  pull(args: string[], apis: readonly Api[] = [demo, pulled]): Promise<{ code: number; text: string }> {
    return this.run(pull, args, apis)
  }

  /** Runs the `main` of a command here. */
  async run(main: typeof pull, args: string[], apis: readonly Api[]): Promise<{ code: number; text: string }> {
    const lines: string[] = []
    this.steps.length = 0
    const progress = (step: string): unknown => this.steps.push(step)
    const code = await main(args, { root: this.root, apis, print: (line) => lines.push(line), progress })
    return { code, text: lines.join('\n') }
  }

  async write(path: string, content: string): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true })
    await writeFile(join(this.root, path), content)
  }

  read(path: string): Promise<string> {
    return readFile(join(this.root, path), 'utf8')
  }

  remove(path: string): Promise<void> {
    return rm(join(this.root, path), { recursive: true })
  }

  copy(from: string, to: string): Promise<void> {
    return cp(join(this.root, from), join(this.root, to), { recursive: true })
  }

  /** Makes the root a git repository that has what lies in it, as its first or next commit. */
  async commit(): Promise<void> {
    const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false']
    await this.git('init', '--quiet')
    await this.git('add', '--all')
    await this.git(...author, 'commit', '--quiet', '--no-verify', '--message', 'A state')
  }

  git(...args: string[]): Promise<unknown> {
    return promisify(execFile)('git', args, { cwd: this.root })
  }

  /** Every file under the root with its content. */
  async tree(): Promise<Record<string, string>> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    return Object.fromEntries(await Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'utf8')])))
  }

  dispose(): Promise<void> {
    return rm(this.root, { recursive: true })
  }
}
