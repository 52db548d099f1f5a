import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { Problem } from './app/problem.tsx'
import { keepSignIn } from './auth/sign-ins.ts'

const element = document.getElementById('app')
const root = element && createRoot(element)

/** A login of a provider ends with a code in the address of this page. */
async function finishLogin(): Promise<void> {
  if (!/[?&](code|error)=/.test(location.search)) return
  const { comesFromLogin, returnFromLogin } = await import('./auth/oidc.ts')
  if (!comesFromLogin()) return
  const { service, keeps, tokens } = await returnFromLogin()
  keepSignIn(service, { kind: 'oidc', ...tokens }, keeps)
}

finishLogin().then(
  () => root?.render(<App />),
  (error: unknown) =>
    root?.render(
      <>
        <Problem error={error} />
        <App />
      </>
    )
)
