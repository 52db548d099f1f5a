import type { Command } from 'commander'
import { withService } from '../../program/service-options.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { DeployOptions, UndeployOptions } from '../deploy.ts'

/** Part 2 of the standard: processes are added, replaced and removed. */
export function defineDeploying(ogc: Command, terminal: Terminal): void {
  withService(
    ogc
      .command('deploy')
      .alias('deploy-process')
      .argument('<package>')
      .description('add a process from a package, JSON or CWL; - is standard input')
      .option('--workflow <id>', 'id of the workflow in a CWL document')
  ).action(async (file: string, options: DeployOptions) =>
    (await import('../deploy.ts')).deploy(terminal, file, options)
  )
  withService(
    ogc
      .command('replace')
      .alias('replace-process')
      .arguments('<process> <package>')
      .description('replace a process with another package')
      .option('--workflow <id>', 'id of the workflow in a CWL document')
  ).action(async (id: string, file: string, options: DeployOptions) =>
    (await import('../deploy.ts')).replace(terminal, id, file, options)
  )
  withService(
    ogc
      .command('undeploy')
      .alias('undeploy-process')
      .argument('<process>')
      .description('remove a process')
      .option('--yes', 'do not ask')
  ).action(async (id: string, options: UndeployOptions) =>
    (await import('../deploy.ts')).undeploy(terminal, id, options)
  )
}
