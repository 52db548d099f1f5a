import { type MockProcess, ProcessFailure } from '@geoclients/ogc-client/mock'
import { workOutputs } from './work-outputs.ts'

/** The processes of a world. `executed` receives the key of each execution that reaches the server. */
export function worldProcesses(executed: (key: string) => void): readonly MockProcess[] {
  const inputs = {
    key: { schema: { type: 'string' as const } },
    duration: { minOccurs: 0, schema: { type: 'number' as const, default: 0 } },
    size: { minOccurs: 0, schema: { type: 'integer' as const, default: 0 } },
    fails: { minOccurs: 0, schema: { type: 'boolean' as const, default: false } }
  }
  const outputs = { key: { schema: { type: 'string' as const } }, text: { schema: { type: 'string' as const } } }
  const duration: MockProcess['duration'] = (given) => Number(given.duration)
  const run: MockProcess['run'] = (given) => {
    executed(String(given.key))
    if (given.fails === true) throw new ProcessFailure('failed as asked', { progress: 50 })
    return workOutputs(String(given.key), Number(given.size))
  }
  const work = (id: string, jobControlOptions: MockProcess['description']['jobControlOptions']): MockProcess => ({
    description: {
      ...{ id, version: '1.0.0', inputs, outputs, outputTransmission: ['value', 'reference'] },
      ...(jobControlOptions && { jobControlOptions })
    },
    duration,
    run
  })
  return [work('work', ['sync-execute', 'async-execute', 'dismiss']), work('work_at_once', ['sync-execute'])]
}
