import { type CampaignPlan, type CampaignReport, runCampaign } from '../campaign.ts'

/* The campaign in a browser: `runChaos` receives the plan. */
const unhandled: string[] = []
addEventListener('unhandledrejection', ({ reason }) => unhandled.push(String(reason?.stack ?? reason)))

const runChaos = (plan: CampaignPlan): Promise<CampaignReport> => runCampaign(plan, unhandled, () => undefined)
Object.assign(globalThis, { runChaos })
