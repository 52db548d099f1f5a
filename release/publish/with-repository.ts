export interface Address {
  /** `https://github.com` or another server of the same kind. */
  readonly server: string
  /** `OWNER/NAME`. */
  readonly repository: string
}

/** A manifest's text with the place that its package is made from: npm gives no provenance without it. */
export function withRepository(manifest: string, { server, repository }: Address, directory: string): string {
  const url = `git+${server}/${repository}.git`
  return `${JSON.stringify({ ...JSON.parse(manifest), repository: { type: 'git', url, directory } }, null, 2)}\n`
}

/** Where this run of the CI has the repository from. Throws where the variables do not say. */
export function addressFrom(env: Readonly<Record<string, string | undefined>>): Address {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env
  if (!server || !URL.canParse(server)) throw new Error('GITHUB_SERVER_URL must be a URL, as the CI sets it')
  if (!repository || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new Error('GITHUB_REPOSITORY must be OWNER/NAME, as the CI sets it')
  }
  return { server, repository }
}
