import { globSync } from 'node:fs'
import { Failure } from './failure.ts'
import { checkDecisions } from './links/check-decisions.ts'
import { checkLinks } from './links/check-links.ts'
import { exitCode, here, type Workplace } from './workplace.ts'

const pages = ['*.md', 'docs/*.md', 'docs/{decisions,transcripts}/*.md', '{packages,examples}/*/*.md', '*/README.md']

/**
 * The second half of `npm run docs`: every link of the repository's Markdown to a file or heading leads somewhere, and each
 * decision has a number of its own and stands in docs/README.md.
 *
 * @returns the exit code: 0, or 1 after a finding.
 */
export function main(workplace: Workplace = here): Promise<number> {
  const { root, print } = workplace
  return exitCode(workplace, async () => {
    const paths = [...new Set(pages.flatMap((pattern) => globSync(pattern, { cwd: root })))].sort()
    if (paths.length === 0) throw new Failure(`${root} has no Markdown`)
    const findings = [...(await checkLinks(root, paths)), ...(await checkDecisions(root))]
    for (const finding of findings) print(finding)
    print(findings.length === 0 ? `All links of ${paths.length} pages lead somewhere` : `Findings: ${findings.length}`)
    return findings.length === 0 ? 0 : 1
  })
}

if (import.meta.main) process.exitCode = await main()
