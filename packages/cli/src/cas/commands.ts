import type { Command } from 'commander'
import { count, port, type ServiceOptions, withService } from '../program/service-options.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { ConfigureOptions } from './configure.ts'
import { type FilterOptions, withFilters } from './dataset-filters.ts'
import { defineExtract } from './extract-command.ts'
import type { MockOptions } from './mock.ts'

const examples = `
Examples:
  geoclients cas configure --base-url https://example.com/cas
  geoclients cas datasets --variable elevation --max-resolution 100
  geoclients cas extract catchments.geojson -d copernicus:elevation -o catchments.csv`

/** `geoclients cas …` */
export function defineCas(program: Command, terminal: Terminal): void {
  const cas = program
    .command('cas')
    .description('Community Attribute Service: find datasets, extract attributes of places')
    .helpCommand(false)
    .addHelpText('after', examples)

  withService(cas.command('health').description('check the state of the service')).action(
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
    async (options: FilterOptions & ServiceOptions) => (await import('./catalogue.ts')).showDatasets(terminal, options)
  )
  defineExtract(cas, terminal)
  withService(
    cas.command('verify').argument('[dataset...]').description('request a value from each dataset, by default from all')
  ).action(async (ids: readonly string[], options: ServiceOptions) =>
    (await import('./verify.ts')).verify(terminal, ids, options)
  )
  withService(
    cas
      .command('configure')
      .description('save an address, and a key that is not shown while you type it')
      .option('--secret-file <file>', 'a file with the key; - is standard input')
  ).action(async (options: ConfigureOptions) => (await import('./configure.ts')).configure(terminal, options))
  cas
    .command('mock')
    .description('serve a mock until Ctrl-C')
    .option('--port <n>', '0 selects a free port', port, 8000)
    .option('--latency <ms>', 'delay of each response', count, 0)
    .option('--rate <n>', 'maximum number of requests per minute', count)
    .action(async (options: MockOptions) => (await import('./mock.ts')).mock(terminal, options))
}
