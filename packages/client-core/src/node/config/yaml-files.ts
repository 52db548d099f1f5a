import type { ErrorFactory } from '../../errors/client-error.ts'

interface YamlFiles {
  readonly parseConfig: typeof import('./document.ts').parseConfig
  readonly updateConfig: typeof import('./write/update-document.ts').updateConfig
}

/** Loads the readers and writers of settings files only if there is such a file, because they need the optional peer `yaml`. */
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
