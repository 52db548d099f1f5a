import { type FormEvent, type ReactElement, useState } from 'react'
import { Problem } from '../app/problem.tsx'
import { shortAddress } from '../servers/address.ts'
import { texts } from '../texts/en.ts'
import { authOf, type SignInKind } from './sign-in.ts'
import { readFields, signInFields, signInFrom } from './sign-in-fields.ts'
import { forgetSignIn, keepSignIn, type ServiceKind, serviceName, useSignIn } from './sign-ins.ts'

const kinds = Object.keys(signInFields) as SignInKind[]
const { signIn: words } = texts

interface SignInFormProps {
  readonly service: ServiceKind
  readonly address: string
}

/** The sign-in for one service, with the ways that the service supports. */
export function SignInForm({ service, address }: SignInFormProps): ReactElement {
  const name = serviceName(service, address)
  const signedIn = useSignIn(service, address)
  const [kind, setKind] = useState<SignInKind>(service === 'cas' ? 'key' : 'token')
  const [error, setError] = useState<unknown>()
  const id = `sign-in-${service}`
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const fields = readFields(kind, form)
    const keeps = form.get('keeps') === 'on'
    setError(undefined)
    try {
      if (kind === 'oidc') {
        const { issuer = '', clientId = '', scope = '' } = fields
        const { leaveForLogin } = await import('./oidc.ts')
        await leaveForLogin({ issuer, clientId, scope, service: name, keeps })
        return
      }
      const signIn = signInFrom(kind, fields)
      authOf(signIn, fetch) // reports invalid input immediately
      keepSignIn(name, signIn, keeps)
    } catch (reason) {
      setError(reason)
    }
  }
  if (signedIn) {
    return (
      <p>
        {words.signedIn(shortAddress(address), words.kinds[signedIn.kind])}{' '}
        <button type="button" className="quiet" onClick={() => forgetSignIn(name)}>
          {words.signOut}
        </button>
      </p>
    )
  }
  return (
    <form onSubmit={(event) => void submit(event)} autoComplete="off">
      <div className="field">
        <label htmlFor={`${id}-kind`}>{words.kind(shortAddress(address))}</label>
        <select
          id={`${id}-kind`}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as SignInKind)}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </select>
      </div>
      {signInFields[kind].map(({ name: field, type, value }) => (
        <div className="field" key={`${kind} ${field}`}>
          <label htmlFor={`${id}-${field}`}>{words.fields[field]}</label>
          <input id={`${id}-${field}`} name={field} type={type} defaultValue={value} required autoComplete="off" />
        </div>
      ))}
      <p>
        <label className="check">
          <input type="checkbox" name="keeps" />
          {words.keeps}
        </label>
      </p>
      {error !== undefined && <Problem error={error} />}
      <button type="submit">{kind === 'oidc' ? words.leave : words.submit}</button>
    </form>
  )
}
