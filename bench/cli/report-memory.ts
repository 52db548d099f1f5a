import { writeFileSync } from 'node:fs'

/** Imported into a program to be measured: writes the most that was resident, in kB, when it ends. */
process.on('exit', () => writeFileSync(process.env.MEMORY_REPORT ?? '', String(process.resourceUsage().maxRSS)))
