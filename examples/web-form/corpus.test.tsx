import { inputSchema } from '@geoclients/ogc-client/schema'
import Form from '@rjsf/core'
import { type CustomValidatorOptionsType, customizeValidator } from '@rjsf/validator-ajv8'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { corpusProcesses } from '../../packages/typegen/src/testing/corpus/index.ts'

const AjvClass = Ajv2020 as unknown as NonNullable<CustomValidatorOptionsType['AjvClass']>
const validator = customizeValidator({ AjvClass })

/** They say nothing of some value: the library has no field for it, and says so. */
const open = ['list of anything', 'open tuple, draft 7', 'reference that leads nowhere', 'remote reference']

test.each(corpusProcesses)('$id makes a form', (description) => {
  const html = renderToStaticMarkup(<Form schema={inputSchema(description)} validator={validator as never} />)
  expect(html).toContain('root_value')
  const unsupported = html.match(/Unsupported field schema.*?<pre>[^<]*/s)?.[0]
  if (open.includes(description.id)) expect(unsupported).toMatch(/Missing items definition|Unknown field type/)
  else expect(unsupported).toBeUndefined()
})
