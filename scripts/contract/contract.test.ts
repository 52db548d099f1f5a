import { expect, test } from 'vitest'
import { parseOpenApi } from './contract.ts'

test.each(['', '- openapi', '{"status":"ok"}', '<!doctype html><p>Welcome</p>', "swagger: '2.0'", 'openapi: 3.1'])(
  '%j is not an OpenAPI 3 document',
  (text) => expect(() => parseOpenApi(text, 'specs/a.yaml')).toThrow(/^specs\/a\.yaml is not an OpenAPI 3 document$/)
)

test.each(['openapi: [3.1.0', '{"openapi":'])('%j is not YAML', (text) => {
  expect(() => parseOpenApi(text, 'specs/a.yaml')).toThrow(/^specs\/a\.yaml is not YAML: /)
})
