import { isObject, no, type Patient, type Probe, partly, relationsOf, yes } from '../probe.ts'

/** Checks the landing page, unknown paths, and the declared conformance classes. */
export const probeLanding: Probe = async (patient) => {
  const page = await patient.ask('/')
  const relations = relationsOf(page.json)
  return [
    {
      ...(isObject(page.json) ? yes(isJson) : no(isJson, `Returns ${page.status}, but not JSON.`, usesFixed)),
      isRequired: true
    },
    linksTo(relations),
    relations.some((relation) => relation === 'service-desc')
      ? yes(hasDefinition)
      : partly(hasDefinition, 'Has no link with the relation service-desc.', 'Does not need the API definition.'),
    declaresCore(patient.classes),
    await unknownPath(patient)
  ]
}

const isJson = 'The landing page is JSON if JSON is requested'
const linksToAll = 'The landing page links to processes, conformance classes and job list'
const hasDefinition = 'The landing page links to the API definition'
const core = 'The server declares the conformance classes core and json'
const unknown = 'An unknown path returns 404 as JSON'
const usesFixed = 'Uses the fixed paths of the standard.'

function linksTo(relations: readonly string[]) {
  const wanted = ['processes', 'conformance', 'job-list']
  const missing = wanted.filter((name) => !relations.some((relation) => relation.endsWith(`/rel/ogc/1.0/${name}`)))
  return missing.length === 0
    ? yes(linksToAll)
    : partly(linksToAll, `Has no link with a relation that ends in ${missing.join(', ')}.`, usesFixed)
}

function declaresCore(classes: readonly string[]) {
  const missing = ['core', 'json'].filter((name) => !classes.some((uri) => uri.endsWith(`/conf/${name}`)))
  const finding =
    missing.length === 0
      ? yes(core)
      : no(core, `Does not declare ${missing.join(' and ')}.`, 'Sends the request anyway.')
  return { ...finding, isRequired: true }
}

async function unknownPath({ ask }: Patient) {
  const { status, json } = await ask(`/no-such-path-${crypto.randomUUID()}`)
  if (status !== 404) return no(unknown, `Returns ${status}.`, 'Sends no such request.')
  if (!isObject(json)) return partly(unknown, 'Returns 404, but not JSON.', 'Rejects with the status.')
  if (typeof json.type === 'string' || typeof json.title === 'string') return yes(unknown)
  return partly(
    unknown,
    `Returns 404 with ${Object.keys(json).join(', ')}.`,
    'Uses what the server sent as the reason.'
  )
}
