import { isClientError } from '@geoclients/ogc-client'
import { errorText } from '@geoclients/ogc-client/helpers'
import { type ReactElement, useEffect, useState } from 'react'
import { corsHeaders } from '../servers/cors-headers.ts'
import { findReason, type Reason } from '../servers/reachability.ts'
import { texts } from '../texts/en.ts'
import { viewHref } from './location.ts'
import { ScrolledText } from './scrolled-text.tsx'

interface ProblemProps {
  readonly error: unknown
  readonly onAgain?: (() => void) | undefined
}

/** An error in plain words, with the original message in the details. */
export function Problem({ error, onAgain }: ProblemProps): ReactElement {
  const [reason, setReason] = useState<Reason>()
  useEffect(() => {
    const end = new AbortController()
    findReason(error, end.signal).then((found) => end.signal.aborted || setReason(found))
    return () => end.abort()
  }, [error])
  const message = error instanceof Error ? error.message : String(error)
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{isClientError(error) ? errorText(error, texts.errors) : message}</p>
      {reason && <p>{texts.reasons[reason.kind](reason.host)}</p>}
      {reason?.kind === 'cors' && (
        <>
          <p>{texts.cors.help}</p>
          <ul>
            {corsHeaders.map(([name, value]) => (
              <li key={name}>
                <code>
                  {name}: {value}
                </code>
              </li>
            ))}
          </ul>
        </>
      )}
      {asksForSignIn(error) && (
        <p>
          <a href={viewHref(['servers'])}>{texts.signIn.needed}</a>
        </p>
      )}
      {isClientError(error) && (
        <details>
          <summary>{texts.problem.details}</summary>
          <ScrolledText text={message} label={texts.problem.details} />
        </details>
      )}
      {onAgain && (
        <button type="button" onClick={onAgain}>
          {texts.problem.again}
        </button>
      )}
    </div>
  )
}

const asksForSignIn = (error: unknown): boolean =>
  isClientError(error) && (error.code === 'auth' || error.status === 401 || error.status === 403)
