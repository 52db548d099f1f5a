import type { JsonValue } from '@geoclients/ogc-client'
import type { ListedRun } from '@geoclients/ogc-client/store'
import type { ReactElement } from 'react'
import { viewHref } from '../app/location.ts'
import { JsonTree } from '../results/json-tree.tsx'
import { texts } from '../texts/en.ts'
import { inputsForLink } from './inputs-for-link.ts'

/** The inputs of a run, with a link to run it again. */
export function RunInputs({ run: { inputs, processId } }: { readonly run: ListedRun }): ReactElement {
  return (
    <div className="panel">
      <details>
        <summary>{texts.runs.inputs}</summary>
        {inputs === undefined ? (
          <p className="meta">{texts.runs.inputsNotKept}</p>
        ) : (
          <JsonTree value={inputs as JsonValue} />
        )}
      </details>
      {processId && (
        <p>
          <a className="button quiet" href={viewHref(['processes', processId], { inputs: inputsForLink(inputs) })}>
            {texts.runs.again}
          </a>
        </p>
      )}
    </div>
  )
}
