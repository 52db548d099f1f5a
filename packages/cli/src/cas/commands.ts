import type { Command } from 'commander'
import { type ServiceOptions, withService } from '../program/service-options.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withFilters } from './dataset-filters.ts'

const examples = `
Examples:
  geoclients cas configure --base-url https://example.com/cas
  geoclients cas datasets --variable elevation --max-resolution 100
  geoclients cas provider copernicus --json`

/** `geoclients cas …` */
export function defineCas(program: Command, terminal: Terminal): void {
  const cas = program
    .command('cas')
    .description('Community Attribute Service: find datasets, extract attributes of places')
    .helpCommand(false)
    .addHelpText('after', examples)

  withService(cas.command('health').description('ask whether the service is well')).action(
    async (options: ServiceOptions) => (await import('./catalogue.ts')).showHealth(terminal, options)
  )
  withService(cas.command('providers').description('list the providers')).action(async (options: ServiceOptions) =>
    (await import('./catalogue.ts')).showProviders(terminal, options)
  )
  withService(cas.command('provider').argument('<slug>').description('show a provider and its datasets')).action(
    async (slug: string, options: ServiceOptions) =>
      (await import('./catalogue.ts')).showProvider(terminal, slug, options)
  )
  withService(withFilters(cas.command('datasets').description('list datasets'))).action(
    async (options: import('./dataset-filters.ts').FilterOptions & ServiceOptions) =>
      (await import('./catalogue.ts')).showDatasets(terminal, options)
  )
}
