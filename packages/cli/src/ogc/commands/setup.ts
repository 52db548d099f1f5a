import { type Command, Option } from 'commander'
import { count, port, type ServiceOptions, seconds, withService } from '../../program/service-options.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { ConfigureOptions } from '../setup/configure.ts'
import type { LoginOptions } from '../setup/login.ts'
import type { MockOptions } from '../setup/mock.ts'
import type { TypesOptions } from '../setup/types.ts'

const authTypes = ['none', 'basic', 'token', 'api-key', 'login', 'oauth2', 'oidc']

/** Settings, types and the mock. */
export function defineSetup(ogc: Command, terminal: Terminal): void {
  withService(
    ogc
      .command('configure')
      .description('save an address, and the way to log in')
      .addOption(new Option('--auth-type <type>', 'how you log in').choices(authTypes))
      .option('--login-url <url>', 'address of the login form')
      .option('--token-url <url>', 'address of the token endpoint')
      .option('--issuer-url <url>', 'address of the OpenID provider')
      .option('--client-id <id>', 'the id of this program at the provider')
      .option('--username <name>', 'the name to log in with')
      .option('--header <name>', 'header of the token or the key')
  ).action(async (options: ConfigureOptions) => (await import('../setup/configure.ts')).configure(terminal, options))
  withService(
    ogc
      .command('login')
      .description('log in with a secret that is not shown while you type it, or in the browser')
      .option('--username <name>', 'the name to log in with')
      .option('--secret-file <file>', 'a file with the password, token or key; - is standard input')
  ).action(async (options: LoginOptions) => (await import('../setup/login.ts')).login(terminal, options))
  withService(ogc.command('logout').description('remove the saved login')).action(async (options: ServiceOptions) =>
    (await import('../setup/login.ts')).logout(terminal, options)
  )
  withService(
    ogc
      .command('types')
      .alias('generate-client')
      .argument('[url]')
      .description('write TypeScript types of all processes')
      .option('-o, --output <file>', 'the file, such as processes.ts')
      .option('--check', 'only check whether the file is up to date')
      .option('--watch', 'write it whenever the server changes')
      .option('--interval <seconds>', 'with --watch: the interval', seconds)
  ).action(async (url: string | undefined, options: TypesOptions) =>
    (await import('../setup/types.ts')).types(terminal, url, options)
  )
  ogc
    .command('mock')
    .description('serve a mock until Ctrl-C')
    .option('--port <n>', '0 selects a free port', port, 8008)
    .option('--latency <ms>', 'delay of each response', count, 0)
    .addOption(
      new Option('--dialect <name>', 'the server to imitate')
        .choices(['strict', '2.0', 'wraptile', 'pygeoapi'])
        .default('strict')
    )
    .action(async (options: MockOptions) => (await import('../setup/mock.ts')).mock(terminal, options))
}
