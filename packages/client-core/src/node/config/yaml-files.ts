import type { ErrorFactory } from '../../errors/client-error.ts'

interface YamlFiles {
  readonly parseConfig: typeof import('./document.ts').parseConfig
  readonly updateConfig: typeof import('./write/update-document.ts').updateConfig
}

/** What reads and writes files of settings. It needs `yaml`, an optional peer, so it is loaded where there is such a file. */
export async function yamlFiles(make: ErrorFactory): Promise<YamlFiles> {
  try {
    const [{ parseConfig }, { updateConfig }] = await Promise.all([
      import('./document.ts'),
      import('./write/update-document.ts')
    ])
    return { parseConfig, updateConfig }
  } catch (cause) {
    const message = 'a settings file needs one more package: npm install yaml'
    throw make({ code: 'config', message, cause })
  }
}
