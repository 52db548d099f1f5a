import type { Area, Feature } from '@geoclients/contract-core'
import type { Output } from '../../src/results/output/types.ts'
import type { OgcContext } from '../context.ts'
import { expectEqual } from '../expectations.ts'
import { ndvi } from '../samples.ts'

const ways = { value: 'as the server gives it', reference: 'by reference, where the server has one' } as const

/** A picture, in whatever way the server gives a file that is asked for so. */
async function picture({ ogc }: OgcContext, transmissionMode: keyof typeof ways): Promise<Output> {
  const request = { ...ndvi, outputs: { preview: { transmissionMode } }, response: 'raw' } as const
  return (await ogc.run('ndvi_statistics', request)).get('preview')
}

async function part(output: Output, range: string): Promise<{ status: number; range: string | null; bytes: number[] }> {
  const response = await output.fetch({ headers: { Range: range } })
  const bytes = [...new Uint8Array(await response.arrayBuffer())]
  return { status: response.status, range: response.headers.get('Content-Range'), bytes }
}

function reads(mode: keyof typeof ways): readonly Feature<OgcContext>[] {
  return [
    {
      id: `outputs.range-${mode}`,
      title: `Parts of a file are fetched with Range: ${ways[mode]}`,
      async run(context) {
        const output = await picture(context, mode)
        const all = [...new Uint8Array(await output.arrayBuffer())]
        const { length } = all
        const answer = (start: number, end: number): unknown => ({
          status: 206,
          range: `bytes ${start}-${end - 1}/${length}`,
          bytes: all.slice(start, end)
        })
        expectEqual('the beginning', await part(output, 'bytes=0-7'), answer(0, 8))
        expectEqual('the end', await part(output, 'bytes=-4'), answer(length - 4, length))
        expectEqual('the status beyond the end', (await part(output, `bytes=${length}-`)).status, 416)
      }
    },
    {
      id: `outputs.stream-${mode}`,
      title: `A file is streamed: ${ways[mode]}`,
      async run(context) {
        const output = await picture(context, mode)
        const streamed = new Uint8Array(await new Response(await output.stream()).arrayBuffer())
        expectEqual('the bytes', [...streamed], [...new Uint8Array(await output.arrayBuffer())])
        expectEqual('the first bytes', [...streamed.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47])
      }
    }
  ]
}

/** What readers of COG, Zarr or GeoParquet ask of an output; the client does it where the server gave the file itself. */
export const outputs: Area<OgcContext> = {
  title: 'Outputs as files',
  features: [...reads('value'), ...reads('reference')]
}
