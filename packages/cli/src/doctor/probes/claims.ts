import { type Finding, no, type Patient, type Probe, partly, relationsOf, yes } from '../probe.ts'

/** Checks that declared features exist, and existing ones are declared. It changes nothing, because no job has the id that it deletes. */
export const probeClaims: Probe = async (patient) => {
  const list = await patient.ask('/jobs')
  const removal = await patient.ask(`/jobs/${crypto.randomUUID()}`, { method: 'DELETE' })
  const page = await patient.ask('/')
  return [
    claim(patient, 'job-list', list.status === 200, `GET /jobs returns ${list.status}`),
    claim(patient, 'dismiss', ![405, 501].includes(removal.status), `DELETE of a job returns ${removal.status}`),
    claim(
      patient,
      'oas30',
      relationsOf(page.json).includes('service-desc'),
      'there is no link with the relation service-desc'
    )
  ]
}

function claim({ classes }: Patient, name: string, isThere: boolean, symptom: string): Finding {
  const isDeclared = classes.some((uri) => uri.endsWith(`/conf/${name}`))
  const feature = `The claim about ${name} is true`
  if (isDeclared === isThere) return yes(feature)
  if (isDeclared) return { ...no(feature, `Is declared, but ${symptom}.`, 'Trusts the response.'), isRequired: true }
  return partly(feature, 'Is not declared, but works.', 'Sends the request, whatever the server declares.')
}
