import { type FormEvent, type ReactElement, useState } from 'react'
import { goTo, serversHref } from '../app/location.ts'
import { texts } from '../texts/en.ts'
import { readAddress } from './address.ts'
import { keepServers, type RecentServers } from './recent-servers.ts'

const { serverForm } = texts

interface ServerFormProps {
  readonly ogc: string | undefined
  readonly cas: string | undefined
}

type Fault = { readonly field: 'ogc' | 'cas'; readonly text: string }

/** Asks for the addresses of the two kinds of service, and opens what was given. */
export function ServerForm({ ogc = '', cas = '' }: ServerFormProps): ReactElement {
  const [fault, setFault] = useState<Fault>()
  const open = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const read = readServers(new FormData(event.currentTarget))
    if ('text' in read) {
      setFault(read)
      return
    }
    keepServers(read)
    goTo(serversHref(read, [read.ogc ? 'processes' : 'attributes']))
  }
  const field = (name: 'ogc' | 'cas', value: string): ReactElement => (
    <div className="field">
      <label htmlFor={`server-${name}`}>{serverForm.labels[name]}</label>
      <input
        id={`server-${name}`}
        name={name}
        type="text"
        inputMode="url"
        autoComplete="url"
        spellCheck={false}
        defaultValue={value}
        placeholder={serverForm.placeholders[name]}
        aria-invalid={fault?.field === name}
        aria-describedby={fault?.field === name ? `server-${name}-fault` : undefined}
      />
      {fault?.field === name && (
        <p id={`server-${name}-fault`} className="fault" role="alert">
          {fault.text}
        </p>
      )}
    </div>
  )
  return (
    <form onSubmit={open} noValidate>
      {field('ogc', ogc)}
      {field('cas', cas)}
      <button type="submit" className="primary">
        {serverForm.open}
      </button>
    </form>
  )
}

function readServers(form: FormData): RecentServers | Fault {
  const given: { ogc?: string; cas?: string } = {}
  for (const field of ['ogc', 'cas'] as const) {
    const text = String(form.get(field) ?? '')
    if (!text.trim()) continue
    const read = readAddress(text)
    if ('fault' in read) return { field, text: serverForm.faults[read.fault] }
    given[field] = read.address
  }
  return given.ogc || given.cas ? given : { field: 'ogc', text: serverForm.faults.none }
}
