import { type CampaignPlan, runCampaign } from '../campaign.ts'

/*
 * The campaign on a command-line runtime. The plan is the argument, the report is printed. Loaded as a bundle.
 */
const unhandled: string[] = []
const keep = (error: unknown): void => {
  unhandled.push(error instanceof Error ? String(error.stack) : String(error))
}
process.on('unhandledRejection', keep).on('uncaughtException', keep)

const plan = JSON.parse(process.argv[2] ?? '') as CampaignPlan
const memory = (): number | undefined => {
  globalThis.gc?.()
  return globalThis.gc && process.memoryUsage().heapUsed
}
process.stdout.write(JSON.stringify(await runCampaign(plan, unhandled, memory)), () => process.exit())
