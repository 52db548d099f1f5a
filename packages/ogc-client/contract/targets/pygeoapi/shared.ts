import { expect, expectEqual, expectStatus } from '../../expectations.ts'
import { offered } from '../../features/processes.ts'
import { errors } from './errors.ts'
import { unchecked } from './job-list.ts'
import type { Table } from './results.ts'

const noNext = 'A limit cuts the list of processes, and no page has the rest. By default, at most 10 are listed.'

/** Where pygeoapi deviates with a job manager and without. */
export const shared: Table = {
  ...errors,
  ...unchecked,
  'landing.links': {
    support: 'partly',
    server: 'Links to the conformance classes by another relation, `conformance`.',
    client: 'Uses the fixed paths of the standard.',
    symptom: /: there is no link of relation http:\/\/www\.opengis\.net\/def\/rel\/ogc\/1\.0\/conformance$/,
    async instead({ ogc }) {
      const rels = (await ogc.getCapabilities()).links.map(({ rel }) => rel)
      expect(rels.includes('conformance'), 'there is no link of relation conformance')
      expect((await ogc.getConformance()).conformsTo.length > 0, 'there are no conformance classes')
    }
  },
  'processes.next': {
    support: 'no',
    server: noNext,
    client: 'Returns that page.',
    symptom: /: there is no link of relation next$/,
    async instead({ ogc }) {
      expectEqual('the length of the page', (await ogc.getProcesses({ limit: 2 })).processes.length, 2)
    }
  },
  'processes.iterate': {
    support: 'partly',
    server: noNext,
    client: 'Ends after that page, and warns that there may be more.',
    symptom: /: the list is \["primes_between","sleep_a_while"\], expected /,
    async instead({ ogc, warnings }) {
      const idsOf = async (limit?: number): Promise<string[]> => {
        const ids: string[] = []
        for await (const { id } of ogc.iterProcesses(limit === undefined ? {} : { limit })) ids.push(id)
        return ids
      }
      const all = await idsOf()
      expectEqual('the list', all.filter((id) => offered.includes(id)).sort(), offered)
      expectEqual('the number of warnings', warnings.length, 0)
      expectEqual('the first page', await idsOf(2), all.slice(0, 2))
      expect(
        warnings.some((text) => text.includes('without a link to a next page')),
        `what was warned of is: ${warnings.join('; ')}`
      )
    }
  },
  'description.transmission': {
    support: 'no',
    server: 'Offers no URLs for outputs. A processor may provide its own; ours do not.',
    client: 'Returns the description unchanged.',
    symptom: /: outputTransmission is \["value"\], expected \["reference","value"\]$/,
    async instead({ ogc }) {
      const { outputTransmission } = await ogc.getProcess('ndvi_statistics')
      expectEqual('outputTransmission', outputTransmission, ['value'])
    }
  },
  'execution.async-wait': {
    support: 'no',
    server: 'Understands only Prefer: respond-async or wait. Otherwise the request takes as long as the run.',
    client: 'Sends only respond-async if it wants a job.',
    symptom: /: status is 200, expected 201$/,
    async instead({ ask }) {
      const headers = { Prefer: 'respond-async, wait=1' }
      expectStatus(await ask('/processes/primes_between/execution', { method: 'POST', body: '{}', headers }), 200)
    }
  }
}
