import { type CampaignPlan, runCampaign } from '../campaign.ts'

/*
 * The campaign on a runtime that is a command: the plan is its argument, the report what it prints. Loaded as a bundle.
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
