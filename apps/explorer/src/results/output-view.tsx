import type { Output } from '@geoclients/ogc-client'
import { type ReactElement, useState } from 'react'
import { ErrorBoundary } from '../app/error-boundary.tsx'
import { Problem } from '../app/problem.tsx'
import { useLoad } from '../app/use-load.ts'
import { Waiting } from '../app/waiting.tsx'
import { texts } from '../texts/en.ts'
import { ContentView } from './content-view.tsx'
import { Download } from './download.tsx'
import { readOutput, sizeOf } from './read-output.ts'

interface OutputViewProps {
  readonly id: string
  readonly title: string
  readonly output: Output
  /** The media type that the description of the process names. */
  readonly declared: string | undefined
}

/** One output, shown as what it is; what is large or of a kind that no page shows comes as a link, with its size. */
export function OutputView({ id, title, output, declared }: OutputViewProps): ReactElement {
  return (
    <section className="output" aria-labelledby={`output-${id}`}>
      <header>
        <h3 id={`output-${id}`}>{title}</h3>
        <span className="meta">{output.mediaType}</span>
        <Download id={id} output={output} />
      </header>
      <Body {...{ output, title, declared }} />
    </section>
  )
}

function Body({ output, title, declared }: Omit<OutputViewProps, 'id'>): ReactElement {
  const [isWanted, setIsWanted] = useState(false)
  const loaded = useLoad(
    async (signal) => {
      const bytes = await sizeOf(output, signal)
      return { bytes, content: await readOutput(output, { bytes, isWanted, declared, signal }) }
    },
    [output, isWanted, declared]
  )
  if (loaded.state === 'loading') return <Waiting what={texts.results.reading} />
  if (loaded.state === 'failed') return <Problem error={loaded.error} onAgain={loaded.again} />
  const { bytes, content } = loaded.value
  if (content.kind !== 'file') {
    return (
      <ErrorBoundary>
        <ContentView content={content} title={title} />
      </ErrorBoundary>
    )
  }
  return (
    <div className="file">
      <p>{texts.results.file(output.mediaType, bytes)}</p>
      {output.kind === 'reference' && (
        <p>
          <a href={output.href} rel="noreferrer noopener" target="_blank">
            {output.href}
          </a>
        </p>
      )}
      {content.canBeShown && (
        <button type="button" onClick={() => setIsWanted(true)}>
          {texts.results.showAnyway}
        </button>
      )}
    </div>
  )
}
