import { OgcClient } from '@geoclients/ogc-client'
import { createRequest, inputSchema, outputSchema, validateInputs } from '@geoclients/ogc-client/schema'
import { generateProcessTypes, readDescriptions } from '@geoclients/typegen'
import { afterAll, describe, expect, inject, test } from 'vitest'

/* What real servers describe: types of it as files under test, schemas, templates that the server's own words allow. */

describe.each(['wraptile', 'pygeoapi-without-manager'] as const)('%s', (server) => {
  const ogc = new OgcClient({ baseUrl: inject('baseUrls')[server] })
  afterAll(() => ogc.close())

  test('its processes have types', async () => {
    const text = await generateProcessTypes(await readDescriptions(ogc), { source: `the interop tests from ${server}` })
    await expect(text).toMatchFileSnapshot(`fixtures/generated/${server}.ts`)
  })

  test('its templates are valid, and what is of the wrong type is found', async () => {
    for (const description of await readDescriptions(ogc)) {
      const { inputs } = createRequest(description)
      const required = inputSchema(description).required ?? []
      const known = Object.keys(inputs).filter((id) => inputs[id] !== '' && !Array.isArray(inputs[id]))
      const issues = validateInputs(description, inputs).filter(({ pointer }) => known.includes(pointer.slice(1)))
      expect([description.id, issues]).toEqual([description.id, []])
      const missing = validateInputs(description, {}).map(({ pointer }) => pointer.slice(1))
      expect([description.id, missing]).toEqual([description.id, required])
      expect(Object.keys(outputSchema(description).properties)).toEqual(Object.keys(description.outputs ?? {}))
    }
  })
})
