import type { ProcessDescription } from '@geoclients/ogc-client'
import type { ReactElement } from 'react'
import { viewHref } from '../app/location.ts'
import { texts } from '../texts/en.ts'

/** The server's facts about a process. */
export function ProcessFacts({ description }: { readonly description: ProcessDescription }): ReactElement {
  const { id, title, version, jobControlOptions = [], outputs = {}, links = [], keywords = [] } = description
  const pages = links.filter(
    ({ href, type = '', rel = '' }) => href.startsWith('http') && (type.includes('html') || rel === 'about')
  )
  return (
    <header className="process-head">
      <p className="crumbs">
        <a href={viewHref(['processes'])}>{texts.processes.title}</a>
      </p>
      <h1>{title || id}</h1>
      <p className="meta">
        <code>{id}</code> {version && texts.processes.version(version)}
        {jobControlOptions.map((option) => (
          <span key={option} className="tag">
            {texts.process.control[option]}
          </span>
        ))}
      </p>
      {description.description && <p className="lead">{description.description}</p>}
      <details>
        <summary>{texts.process.outputs(Object.keys(outputs).length)}</summary>
        <dl className="facts">
          {Object.entries(outputs).map(([output, { title: name, description: words, schema }]) => (
            <div key={output}>
              <dt>
                {name || output} <code>{output}</code>
              </dt>
              <dd>{[words, schema?.contentMediaType ?? schema?.format ?? schema?.type].filter(Boolean).join(' · ')}</dd>
            </div>
          ))}
        </dl>
        {keywords.length > 0 && <p className="meta">{keywords.join(', ')}</p>}
        {pages.map(({ href, title: name }) => (
          <p key={href}>
            <a href={href} rel="noreferrer noopener" target="_blank">
              {name || href}
            </a>
          </p>
        ))}
      </details>
    </header>
  )
}
