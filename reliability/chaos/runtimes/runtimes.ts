import { join } from 'node:path'
import { bundle } from '../../../release/rehearsal/bundle.ts'
import { type Command, onBun, onNode } from '../../../release/rehearsal/launch.ts'
import { run } from '../../../release/rehearsal/run.ts'
import { chromium } from '../../../release/rehearsal/tools.ts'
import type { CampaignPlan, CampaignReport } from '../campaign.ts'

export interface Runtime {
  readonly name: string
  /** Number of parallel scenarios for this runtime. */
  readonly lanes: number
  readonly run: (folder: string, plan: CampaignPlan) => Promise<CampaignReport>
}

const limit = 3_600_000

export const runtimes: readonly Runtime[] = [
  onCommand('Node 24', onNode('24')),
  onCommand('Node 22', onNode('22')),
  onCommand('Bun', onBun),
  { name: 'Chromium', lanes: 8, run: inChromium }
]

/** Bundles the campaign for commands and for pages. */
export async function bundlePrograms(folder: string): Promise<void> {
  for (const name of ['main', 'page']) await bundle(import.meta.dirname, `${name}.ts`, join(folder, `${name}.js`))
}

function onCommand(name: string, command: Command): Runtime {
  return {
    ...{ name, lanes: 16 },
    async run(folder, plan) {
      const [program, ...args] = command()
      const flags = name.startsWith('Node') ? ['--expose-gc'] : []
      const all = [...args, ...flags, join(folder, 'main.js'), JSON.stringify(plan)]
      return JSON.parse(await run(program, all, { cwd: folder, timeout: limit }))
    }
  }
}

async function inChromium(folder: string, plan: CampaignPlan): Promise<CampaignReport> {
  const executablePath = await chromium()
  const playwright = await import('playwright')
  const browser = await playwright.chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.goto(plan.controlUrl)
    await page.addScriptTag({ path: join(folder, 'page.js'), type: 'module' })
    await page.waitForFunction('"runChaos" in globalThis')
    return await page.evaluate(`runChaos(${JSON.stringify(plan)})`)
  } finally {
    await browser.close()
  }
}
