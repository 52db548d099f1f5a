import { isOgcError } from '@geoclients/ogc-client'
import { type Finding, isObject, no, type Patient, type Probe, partly, relationsOf, yes } from '../probe.ts'

/** The list of processes, and the description of the first. */
export const probeProcesses: Probe = async (patient) => [
  { ...listed(patient), isRequired: true },
  ...(await pages(patient)),
  ...(await description(patient)),
  { ...(await unknownProcess(patient)), isRequired: true }
]

const hasList = 'Processes are listed with id and version'
const limited = 'A page of the list has as many processes as requested'
const refused = 'A limit of 0 is refused in the list of processes'
const outputs = 'A process has a description of each output'
const execution = 'The description links to its execution'
const unknown = 'The description of an unknown process returns 404 no-such-process'

function listed({ processes }: Patient): Finding {
  const isWhole = processes.every(({ id, version }) => id !== '' && typeof version === 'string')
  return isWhole ? yes(hasList) : no(hasList, 'Some have no version.', 'Returns what the server sent.')
}

async function pages({ ask, processes }: Patient): Promise<Finding[]> {
  const one = await ask('/processes?limit=1')
  const zero = await ask('/processes?limit=0')
  const got = isObject(one.json) && Array.isArray(one.json.processes) ? one.json.processes.length : undefined
  return [
    ...(processes.length > 1
      ? [got === 1 ? yes(limited) : no(limited, `Sends ${got ?? 'none'}, whatever limit says.`, 'Lists all processes.')]
      : []),
    zero.status === 400
      ? yes(refused)
      : no(refused, `Returns ${zero.status}.`, 'Refuses such a limit before it is sent.')
  ]
}

async function description({ ask, processes }: Patient): Promise<Finding[]> {
  const [first] = processes
  if (!first) return []
  const { json } = await ask(`/processes/${encodeURIComponent(first.id)}`)
  const described = isObject(json) && isObject(json.outputs) && Object.values(json.outputs).every(isObject)
  const isLinked = relationsOf(json).some((relation) => relation.endsWith('/rel/ogc/1.0/execute'))
  return [
    described ? yes(outputs) : no(outputs, `${first.id} has none.`, 'Returns the outputs that the server sends.'),
    isLinked
      ? yes(execution)
      : no(execution, 'Has no link with the relation execute.', 'Uses the fixed paths of the standard.')
  ]
}

async function unknownProcess({ ogc, signal }: Patient): Promise<Finding> {
  const error: unknown = await ogc
    .getProcess(`no-such-${crypto.randomUUID()}`, { signal })
    .catch((reason: unknown) => reason)
  if (!isOgcError(error)) return no(unknown, 'Describes a process of any name.', 'Returns what the server sent.')
  if (error.status === 404 && error.exception === 'no-such-process') return yes(unknown)
  if (error.exception === 'no-such-process')
    return partly(unknown, `Returns ${error.status}.`, 'Recognises it by its name.')
  return no(unknown, `Returns ${error.status}.`, 'Rejects with the status.')
}
