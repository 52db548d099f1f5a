import type { Area } from '@geoclients/contract-core'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual, expectException, fail } from '../expectations.ts'

/** What every target offers, in no order. */
export const offered: readonly string[] = [
  'bbox_area',
  'echo_inputs',
  'ndvi_statistics',
  'primes_between',
  'sleep_a_while',
  'tile_thumbnail'
]

/** List and paging of processes (18-062r2, 7.9). */
export const processes: Area<OgcContext> = {
  title: 'Process list',
  features: [
    {
      id: 'processes.list',
      title: 'Processes are listed with id and version',
      async run({ ogc }) {
        const { processes } = await ogc.getProcesses({ limit: 100 })
        const listed = processes.filter(({ version }) => version !== '').map(({ id }) => id)
        expectEqual('the list', listed.filter((id) => offered.includes(id)).sort(), offered)
      }
    },
    {
      id: 'processes.job-control',
      title: 'The list has the execution modes of each process',
      async run({ ogc }) {
        const { processes } = await ogc.getProcesses({ limit: 100 })
        const modes = (wanted: string): unknown =>
          processes.find(({ id }) => id === wanted)?.jobControlOptions?.filter((mode) => mode.endsWith('-execute'))
        expectEqual('jobControlOptions of bbox_area', modes('bbox_area'), ['sync-execute'])
        expectEqual('jobControlOptions of tile_thumbnail', modes('tile_thumbnail'), ['async-execute'])
      }
    },
    {
      id: 'processes.limit',
      title: 'A page of the list has as many processes as requested',
      async run({ ogc }) {
        const { processes } = await ogc.getProcesses({ limit: 2 })
        expectEqual('the length of the page', processes.length, 2)
      }
    },
    {
      id: 'processes.next',
      title: 'A page of the list links to the next one',
      async run({ ogc }) {
        const { links } = await ogc.getProcesses({ limit: 2 })
        expect(
          links.some(({ rel }) => rel === 'next'),
          'there is no link of relation next'
        )
      }
    },
    {
      id: 'processes.iterate',
      title: 'All processes are found page by page, each once',
      async run({ ogc }) {
        const ids: string[] = []
        for await (const { id } of ogc.iterProcesses({ limit: 2 })) ids.push(id)
        expectEqual('the list', ids.filter((id) => offered.includes(id)).sort(), offered)
      }
    },
    ...['0', 'many'].map((limit) => ({
      id: `processes.limit-${limit}`,
      title: `A limit of ${limit} is refused in the list of processes`,
      run: async ({ ask }: OgcContext) => {
        const { status } = await ask(`/processes?limit=${limit}`)
        expectEqual('the status', status, 400)
      }
    }))
  ]
}

/** Process description (18-062r2, 7.10). */
export const description: Area<OgcContext> = {
  title: 'Process description',
  features: [
    {
      id: 'description.inputs',
      title: 'An input has a schema with type, bounds and default, and says how often it may occur',
      async run({ ogc }) {
        const { inputs } = await ogc.getProcess('primes_between')
        const { min_val, max_val } = inputs ?? {}
        const pick = (input = min_val): unknown => {
          const { type, minimum, maximum, default: given } = input?.schema ?? fail('an input is missing')
          return { type, minimum, maximum, default: given, minOccurs: input?.minOccurs }
        }
        const expected = { type: 'integer', minOccurs: 0, minimum: undefined, maximum: undefined }
        expectEqual('min_val', pick(min_val), { ...expected, minimum: 0, default: 0 })
        expectEqual('max_val', pick(max_val), { ...expected, maximum: 100, default: 100 })
      }
    },
    {
      id: 'description.outputs',
      title: 'A process has a description of each output',
      async run({ ogc }) {
        const { outputs } = await ogc.getProcess('ndvi_statistics')
        expectEqual('the outputs', Object.keys(outputs ?? {}).sort(), ['extent', 'mean', 'preview', 'statistics'])
      }
    },
    {
      id: 'description.media-type',
      title: 'A file output has its media type',
      async run({ ogc }) {
        const { outputs } = await ogc.getProcess('ndvi_statistics')
        expectEqual('contentMediaType', outputs?.preview?.schema.contentMediaType, 'image/png')
      }
    },
    {
      id: 'description.bbox',
      title: 'A bounding box is recognised by its format',
      async run({ ogc }) {
        const { inputs } = await ogc.getProcess('bbox_area')
        expectEqual('format', inputs?.bbox?.schema.format, 'ogc-bbox')
      }
    },
    {
      id: 'description.transmission',
      title: 'The description lists the transmission modes of outputs',
      async run({ ogc }) {
        const { outputTransmission } = await ogc.getProcess('ndvi_statistics')
        expectEqual('outputTransmission', outputTransmission?.toSorted(), ['reference', 'value'])
      }
    },
    {
      id: 'description.execute-link',
      title: 'The description links to its execution',
      async run({ ogc }) {
        const { links = [] } = await ogc.getProcess('primes_between')
        const rel = 'http://www.opengis.net/def/rel/ogc/1.0/execute'
        const { href } = links.find((link) => link.rel === rel) ?? fail(`there is no link of relation ${rel}`)
        expect(href.replace(/\?.*/, '').endsWith('/processes/primes_between/execution'), `the link leads to ${href}`)
      }
    },
    {
      id: 'description.unknown',
      title: 'The description of an unknown process returns 404 no-such-process',
      async run({ ogc }) {
        expectException(await errorOf(ogc.getProcess('nope')), 404, 'no-such-process')
      }
    }
  ]
}
