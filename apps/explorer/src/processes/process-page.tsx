import type { ProcessDescription } from '@geoclients/ogc-client'
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react'
import { Empty } from '../app/empty.tsx'
import { viewHref } from '../app/location.ts'
import { Problem } from '../app/problem.tsx'
import { useOgc } from '../app/services-context.ts'
import { useLoad } from '../app/use-load.ts'
import { Waiting } from '../app/waiting.tsx'
import { ownDefaults } from '../form/form-schema.ts'
import { InputForm } from '../form/input-form.tsx'
import { choosable, readChoice } from '../form/output-choice.ts'
import { OutputChoices } from '../form/output-choices.tsx'
import { EarlierRuns } from '../jobs/earlier-runs.tsx'
import { inputsForLink } from '../jobs/inputs-for-link.ts'
import { runKey, useRuns } from '../jobs/run-key.ts'
import { RunView } from '../jobs/run-view.tsx'
import { Sending } from '../jobs/sending.tsx'
import { useStart } from '../jobs/use-start.ts'
import { RequestCode } from '../snippets/request-code.tsx'
import { texts } from '../texts/en.ts'
import { ProcessFacts } from './process-facts.tsx'

interface ProcessPageProps {
  readonly id: string
  /** Inputs as JSON, from a link. */
  readonly inputs: string | undefined
  /** The choice of outputs as JSON, from a link. */
  readonly outputs: string | undefined
}

/** One process: its description, its form, and the last run. */
export default function ProcessPage({ id, inputs, outputs }: ProcessPageProps): ReactElement {
  const { client } = useOgc()
  const loaded = useLoad((signal) => client.getProcess(id, { signal }), [client, id])
  if (loaded.state === 'done') return <Process description={loaded.value} inputs={inputs} outputs={outputs} />
  return (
    <>
      <h1>{id}</h1>
      {loaded.state === 'loading' && <Waiting what={texts.process.loading} />}
      {loaded.state === 'failed' && <Problem error={loaded.error} onAgain={loaded.again} />}
    </>
  )
}

interface ProcessProps {
  readonly description: ProcessDescription
  readonly inputs: string | undefined
  readonly outputs: string | undefined
}

function Process({ description, inputs, outputs }: ProcessProps): ReactElement {
  const [given, setGiven] = useState<Readonly<Record<string, unknown>>>(
    () => readInputs(inputs) ?? ownDefaults(description)
  )
  const outputChoices = useMemo(() => choosable(description), [description])
  const [choice, setChoice] = useState(() => readChoice(outputs, outputChoices))
  const { start, starting, cancel } = useStart(description.id)
  const runs = useRuns()
  const { client } = useOgc()
  const [seen, setSeen] = useState<string>()
  const run = runs.find((one) => runKey(one.job) === seen)
  useEffect(() => {
    document.title = texts.app.title(description.title || description.id)
  }, [description])
  const isBusy = starting.state === 'sending'
  const result = useRef<HTMLElement>(null)
  useEffect(() => {
    // Otherwise the result could be out of view below a long form.
    if (isBusy) result.current?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  }, [isBusy])
  return (
    <article>
      <ProcessFacts description={description} />
      <div className="columns">
        <section aria-labelledby="inputs-title">
          <h2 id="inputs-title">{texts.process.inputs}</h2>
          <InputForm
            description={description}
            inputs={given}
            onChange={setGiven}
            isBusy={isBusy}
            onRun={(checked) => void start(checked, choice).then((job) => job && setSeen(runKey(job)))}
          >
            {outputChoices && <OutputChoices choosable={outputChoices} choice={choice} onChange={setChoice} />}
          </InputForm>
          <RequestCode
            request={{ baseUrl: client.config.baseUrl, processId: description.id, inputs: given, outputs: choice }}
          />
          <p className="meta">
            <a
              href={viewHref(['processes', description.id], {
                inputs: inputsForLink(given),
                outputs: choice && JSON.stringify(choice)
              })}
            >
              {texts.process.link}
            </a>
          </p>
        </section>
        <section ref={result} aria-labelledby="result-title" className="result-column">
          <h2 id="result-title">{texts.process.result}</h2>
          {isBusy && <Sending inputs={given} onCancel={cancel} />}
          {starting.state === 'failed' && <Problem error={starting.error} />}
          {run && starting.state === 'idle' && <RunView key={seen} run={run} />}
          <EarlierRuns
            runs={runs.filter(({ processId }) => processId === description.id)}
            seen={seen}
            onSee={setSeen}
          />
          {!run && starting.state === 'idle' && <Empty title={texts.process.noRun}>{texts.process.noRunHelp}</Empty>}
        </section>
      </div>
    </article>
  )
}

/** The inputs in a link; undefined if they are invalid. */
function readInputs(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
