import { essence, type Route, type RouteContext } from '@geoclients/mock-core'
import type { ProcessSummary } from '../../../generated/types.ts'
import { jsonAnswer } from '../../answers/json-answer.ts'
import { exceptionOf, noSuchProcess, Problem } from '../../answers/problems.ts'
import { findProcess } from '../../world.ts'
import { readPackage } from './package.ts'
import type { State } from './state.ts'

const template = '/processes/{processID}'

/** Part 2: deploys, replaces and undeploys processes immediately, without a queue. */
export function deploymentRoutes(state: State): Route[] {
  const { processes, packages } = state

  async function put({ request, url }: RouteContext, id?: string): Promise<ProcessSummary> {
    const mediaType = essence(request.headers.get('Content-Type') ?? '')
    const text = await request.text()
    const process = await readPackage(mediaType, text, url.searchParams.get('w') ?? undefined, id)
    const { inputs, outputs, ...summary } = process.description
    if (id === undefined) requireFree(state, summary.id, url)
    processes.set(summary.id, process)
    packages.set(summary.id, { mediaType, text })
    return summary
  }

  return [
    {
      method: 'POST',
      template: '/processes',
      handle: async (context) => {
        const summary = await put(context)
        const headers = { Location: `${context.baseUrl}/processes/${encodeURIComponent(summary.id)}` }
        return jsonAnswer<ProcessSummary>(context.request, summary, { status: 201, headers })
      }
    },
    {
      method: 'PUT',
      template,
      handle: async (context) => {
        requireMutable(state, context.param('processID'))
        await put(context, context.param('processID'))
        return new Response(null, { status: 204 })
      }
    },
    {
      method: 'DELETE',
      template,
      handle: ({ param }) => {
        const id = param('processID')
        requireMutable(state, id)
        processes.delete(id)
        packages.delete(id)
        return new Response(null, { status: 204 })
      }
    },
    {
      method: 'GET',
      template: `${template}/package`,
      handle: ({ param }) => {
        const { mediaType, text } = packages.get(param('processID')) ?? {}
        if (mediaType === undefined) throw noSuchProcess(param('processID'))
        return new Response(text, { headers: { 'Content-Type': mediaType } })
      }
    }
  ]
}

function requireFree(state: State, id: string, { origin }: URL): void {
  if (!state.processes.has(id)) return
  requireMutable(state, id)
  throw new Problem(409, `There is a process '${id}' at ${origin}.`, exceptionOf(2, 'duplicated-process'))
}

function requireMutable(state: State, id: string): void {
  if (findProcess(state, id).description.mutable !== false) return
  throw new Problem(403, `Process '${id}' is built in.`, exceptionOf(2, 'immutable-process'))
}
