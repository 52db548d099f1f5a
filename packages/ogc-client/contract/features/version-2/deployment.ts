import type { Area } from '@geoclients/contract-core'
import type { OgcContext } from '../../context.ts'
import { errorOf, expectEqual, expectException, expectHeader, expectStatus, lastAnswer } from '../../expectations.ts'

const echo = {
  processDescription: {
    ...{ id: 'deployed', version: '2.1.0', title: 'Echo' },
    inputs: { word: { schema: { type: 'string' as const } } },
    outputs: { word: { schema: { type: 'string' as const } } }
  },
  executionUnit: { type: 'docker', image: 'example/echo:1' }
}
const cwl = {
  ...{ cwlVersion: 'v1.2', class: 'CommandLineTool', id: 'deployed', baseCommand: 'echo' },
  inputs: { word: 'string', times: 'int?' },
  outputs: { word: 'string' }
}

async function says(ogc: OgcContext['ogc'], word: string): Promise<unknown> {
  const results = await ogc.run('deployed', { inputs: { word }, outputs: { word: {} } })
  return results.get('word').text()
}

/** Deploy, Replace, Undeploy (20-044). */
export const deployment: Area<OgcContext> = {
  title: 'Part 2: deploy, replace, undeploy',
  features: [
    {
      id: 'deploy.package',
      title: 'A process is deployed from an application package, described, run and undeployed',
      async run({ ogc, ...context }) {
        const { processID, isQueued } = await ogc.deployProcess(echo)
        const answer = lastAnswer({ ogc, ...context }, 'POST', '/processes')
        expectStatus(answer, 201)
        expectHeader(answer, 'Location', /\/processes\/deployed$/)
        expectEqual('the process', [processID, isQueued], ['deployed', false])
        const { version, mutable } = await ogc.getProcess('deployed')
        expectEqual('what the description says', [version, mutable], ['2.1.0', true])
        expectEqual('the result', await says(ogc, 'moin'), 'moin')
        await ogc.undeployProcess('deployed')
        expectStatus(lastAnswer({ ogc, ...context }, 'DELETE'), 204)
        expectException(await errorOf(ogc.getProcess('deployed')), 404, 'no-such-process')
      }
    },
    {
      id: 'deploy.cwl',
      title: 'A process is deployed from CWL, as an object, as JSON or as YAML, and returns its package unchanged',
      async run({ ogc }) {
        await ogc.deployProcess(cwl)
        expectEqual('the inputs', Object.keys((await ogc.getProcess('deployed')).inputs ?? {}), ['word', 'times'])
        expectEqual('the package', await ogc.getProcessPackage('deployed'), cwl)
        await ogc.undeployProcess('deployed')
        const text = JSON.stringify(cwl)
        await ogc.deployProcess(text)
        expectEqual('the package', await ogc.getProcessPackage('deployed'), text)
        await ogc.undeployProcess('deployed')
        const yaml = 'cwlVersion: v1.2\nid: deployed\ninputs: { word: string }\noutputs:\n  word: { type: string }\n'
        await ogc.deployProcess(yaml)
        expectEqual('the result', await says(ogc, 'hej'), 'hej')
        expectEqual('the package', await ogc.getProcessPackage('deployed'), yaml)
        await ogc.undeployProcess('deployed')
        expectEqual('what is no YAML', (await errorOf(ogc.deployProcess('a: [1'))).status, 422)
      }
    },
    {
      id: 'deploy.workflow',
      title: 'One of several workflows is deployed, and an unknown one is refused with 400 workflow-not-found',
      async run({ ogc }) {
        const graph = {
          cwlVersion: 'v1.2',
          $graph: [
            { ...cwl, id: '#first' },
            { ...cwl, id: '#second' }
          ]
        }
        const { processID } = await ogc.deployProcess(graph, { workflow: 'second' })
        expectEqual('the process', processID, 'second')
        await ogc.undeployProcess('second')
        expectException(await errorOf(ogc.deployProcess(graph, { workflow: 'third' })), 400, 'workflow-not-found')
      }
    },
    {
      id: 'deploy.replace',
      title: 'A deployed process can be replaced, and the next run uses the new one',
      async run({ ogc, ...context }) {
        await ogc.deployProcess(echo)
        expectEqual('the result', await says(ogc, 'moin'), 'moin')
        const { processDescription } = echo
        const next = { ...processDescription, version: '3.0.0', jobControlOptions: ['sync-execute' as const] }
        await ogc.replaceProcess('deployed', { ...echo, processDescription: next })
        expectStatus(lastAnswer({ ogc, ...context }, 'PUT'), 204)
        expectEqual('the result', await says(ogc, 'tach'), 'tach')
        expectStatus(lastAnswer({ ogc, ...context }, 'POST', '/execution'), 200)
        expectEqual('the version', (await ogc.getProcess('deployed')).version, '3.0.0')
        await ogc.undeployProcess('deployed')
      }
    },
    {
      id: 'deploy.refusals',
      title: 'A duplicate id, a built-in process and a wrong media type are refused with the right exception',
      async run({ ogc }) {
        await ogc.deployProcess(echo)
        expectException(await errorOf(ogc.deployProcess(echo)), 409, 'duplicated-process')
        await ogc.undeployProcess('deployed')
        expectException(await errorOf(ogc.undeployProcess('primes_between')), 403, 'immutable-process')
        expectException(await errorOf(ogc.replaceProcess('primes_between', cwl)), 403, 'immutable-process')
        expectException(await errorOf(ogc.replaceProcess('nope', cwl)), 404, 'no-such-process')
        const headers = { 'Content-Type': 'application/zip' }
        expectException(await errorOf(ogc.deployProcess('x', {}, { headers })), 415, 'unsupported-media-type')
      }
    }
  ]
}
