import { inputSchema } from '@geoclients/ogc-client/schema'
import Form from '@rjsf/core'
import type { RJSFSchema } from '@rjsf/utils'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { corpusProcesses } from '../../packages/typegen/src/testing/corpus/index.ts'
import { validator } from './src/validator.ts'

/** They say nothing of some value: the library has no field for it, and says so. */
const open = ['list of anything', 'open tuple, draft 7', 'reference that leads nowhere', 'remote reference']

test.each(corpusProcesses)('$id makes a form', (description) => {
  const html = renderToStaticMarkup(<Form schema={inputSchema(description) as RJSFSchema} validator={validator} />)
  expect(html).toContain('root_value')
  const unsupported = html.match(/Unsupported field schema.*?<pre>[^<]*/s)?.[0]
  if (open.includes(description.id)) expect(unsupported).toMatch(/Missing items definition|Unknown field type/)
  else expect(unsupported).toBeUndefined()
})
