import type { ListedRun } from '@geoclients/ogc-client/store'
import type { ReactElement } from 'react'
import { Empty } from '../app/empty.tsx'
import { Problem } from '../app/problem.tsx'
import { useOgc } from '../app/services-context.ts'
import { useLoad } from '../app/use-load.ts'
import { Waiting } from '../app/waiting.tsx'
import { texts } from '../texts/en.ts'
import { OutputView } from './output-view.tsx'

/** All that a run gave, an output at a time. */
export function ResultsView({ run: { job, processId } }: { readonly run: ListedRun }): ReactElement {
  const { client } = useOgc()
  const loaded = useLoad((signal) => job.results({ signal }), [job])
  const described = useLoad(
    async (signal) => (processId ? client.getProcess(processId, { signal }) : undefined),
    [client, processId]
  )
  if (loaded.state === 'loading') return <Waiting what={texts.results.loading} />
  if (loaded.state === 'failed') return <Problem error={loaded.error} onAgain={loaded.again} />
  const outputs = [...loaded.value]
  const titles = described.state === 'done' ? described.value?.outputs : undefined
  if (outputs.length === 0) return <Empty title={texts.results.none} />
  return (
    <>
      {outputs.map(([id, output]) => (
        <OutputView
          key={id}
          id={id}
          title={titles?.[id]?.title ?? id}
          output={output}
          declared={titles?.[id]?.schema?.contentMediaType}
        />
      ))}
    </>
  )
}
