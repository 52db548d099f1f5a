import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoContract } from '../../scripts/new-client/demo-contract.ts'
import { main } from '../../scripts/new-client/main.ts'

/** The files that the command reads or changes. */
const needed = [
  ...['.gitignore', 'LICENSE', 'biome.json', 'package.json', 'release/package.json', 'scripts/registry.ts'],
  ...['docs/README.md', 'docs/tests/package.json', 'docs/tests/services.ts'],
  ...['site/package.json', 'site/playground/modules.ts'],
  ...['packages/cas-client/package.json', 'packages/client-core/package.json']
]

/** Makes docs/transcripts/new-client.md: the output of the command for a small contract, and the class that it writes. */
export async function newClientPage(root: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'new-client-page-'))
  try {
    for (const path of needed) await cp(join(root, path), join(copy, path))
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
    await writeFile(join(copy, 'demo.yaml'), demoContract)
    const lines: string[] = []
    const args = ['demo', '--contract', 'demo.yaml']
    const code = await main(args, { root: copy, apis: [], print: (line) => lines.push(line) })
    if (code !== 0) throw new Error(lines.join('\n'))
    const client = await readFile(join(copy, 'packages/demo-client/src/client/demo-client.ts'), 'utf8')
    const methods = client.slice(
      client.indexOf('  /** The things of a shelf'),
      client.indexOf('  /** Closes the client')
    )
    return `${head}\`\`\`\n$ npm run new:client -- ${args.join(' ')}\n${lines.join('\n')}\n\`\`\`\n\nIts class has these methods:\n\n\`\`\`typescript\n${methods.trimEnd()}\n\`\`\`\n`
  } finally {
    await rm(copy, { recursive: true })
  }
}

const head = `# A new client, from a contract

<!-- Made by \`npm run docs:pages\`. Do not edit. -->

This transcript shows the command with the contract of its own test, \`scripts/new-client/demo-contract.ts\`. [A new API](../regenerating.md#a-new-api) explains the command.

`
