import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import type { Workplace } from '../command/command.ts'
import { main as generate } from '../generate/main.ts'
import { main as pull } from '../pull/main.ts'
import type { Api } from '../registry.ts'

/** What a command printed, and its exit code. */
export type Said = Promise<{ readonly code: number; readonly text: string }>

/** Text, or what is written as JSON. */
export type Content = string | object

/** A repository in a temporary folder, for one test. */
export class TestWorkplace {
  readonly root: string
  /** What the last command said that it was about to do. */
  readonly steps: string[] = []

  constructor(root: string) {
    this.root = root
  }

  /** In a test, or in what runs before each. */
  static async create(files: Readonly<Record<string, Content>> = {}): Promise<TestWorkplace> {
    const workplace = new TestWorkplace(await mkdtemp(join(tmpdir(), 'workplace-')))
    onTestFinished(() => rm(workplace.root, { recursive: true }))
    await workplace.writeAll(files)
    return workplace
  }

  generate(args: string[], apis: readonly Api[]): Said {
    return this.run(generate, args, apis)
  }

  pull(args: string[], apis: readonly Api[]): Said {
    return this.run(pull, args, apis)
  }

  /** Runs the `main` of a command here. */
  async run(main: (args: string[], at: Workplace) => Promise<number>, args: string[], apis: readonly Api[]): Said {
    const lines: string[] = []
    this.steps.length = 0
    const progress = (step: string): unknown => this.steps.push(step)
    const code = await main(args, { root: this.root, apis, print: (line) => lines.push(line), progress })
    return { code, text: lines.join('\n') }
  }

  async write(path: string, content: Content): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true })
    await writeFile(join(this.root, path), typeof content === 'string' ? content : JSON.stringify(content))
  }

  async writeAll(files: Readonly<Record<string, Content>>): Promise<void> {
    for (const [path, content] of Object.entries(files)) await this.write(path, content)
  }

  read(path: string): Promise<string> {
    return readFile(join(this.root, path), 'utf8')
  }

  remove(path: string): Promise<void> {
    return rm(join(this.root, path), { recursive: true })
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

  /** Every file below the root, but git's own, with its content. */
  async tree(): Promise<Record<string, string>> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const paths = files.map((file) => file.slice(this.root.length + 1)).filter((path) => !path.startsWith('.git/'))
    return Object.fromEntries(await Promise.all(paths.sort().map(async (path) => [path, await this.read(path)])))
  }
}
