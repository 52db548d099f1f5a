import { createOgcMock } from '@geoclients/ogc-client/mock'
import { serve } from '@geoclients/ogc-client/mock/node'

/* The mock in a process of its own, so that its memory is not the client's. It ends with its parent. */
const { url } = await serve(createOgcMock({ record: false }))
process.stdout.write(`${url}\n`)
process.stdin.resume().once('end', () => process.exit())
