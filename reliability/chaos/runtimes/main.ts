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

/**
 * Node 22's fetch keeps 18 KiB for each origin that it has ever asked, until its agent is closed (undici 6). Each scenario has an
 * origin of its own, so the agent is replaced every second. What it has begun goes on.
 */
function replaceAgent(): void {
  const place = Symbol.for('undici.globalDispatcher.1')
  const agent = Reflect.get(globalThis, place) as { close(): Promise<void> } | undefined
  if (!agent) return
  Reflect.set(globalThis, place, Reflect.construct(agent.constructor as () => void, []))
  void agent.close()
}
setInterval(replaceAgent, 1_000).unref()

const memory = (): number | undefined => {
  globalThis.gc?.()
  return globalThis.gc && process.memoryUsage().heapUsed
}
process.stdout.write(JSON.stringify(await runCampaign(plan, unhandled, memory)), () => process.exit())
