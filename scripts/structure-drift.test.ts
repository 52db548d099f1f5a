import { expect, test } from 'vitest'
import { reduceToStructure } from './structure.ts'
import { structureDrift } from './structure-drift.ts'

const server = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: {
    '/a/b': { get: { parameters: [{ name: 'limit', in: 'query', schema: { maximum: 10 } }], responses: { 200: {} } } }
  },
  components: { schemas: { Size: { enum: ['small', 'large'] } } }
}
const pulled = reduceToStructure(server)

test('a server with the same wire has no drift, whatever its texts and its order', () => {
  const { paths, ...rest } = server
  const reworded = { paths, ...rest, info: { version: '1', title: 'Other things', description: 'New.' } }
  expect(structureDrift(reworded, pulled)).toEqual([])
})

test('each difference is named by its pointer', () => {
  const get = { parameters: [{ name: 'limit', in: 'query', schema: { maximum: 20 } }], responses: { 404: {} } }
  const changed = {
    ...server,
    paths: { '/a/b': { get }, '/c': {} },
    components: { schemas: { Size: { enum: ['small', 'big'] } } }
  }
  expect(structureDrift(changed, pulled)).toEqual([
    '/components/schemas/Size/enum was ["small","large"], is ["small","big"]',
    '/paths/~1a~1b/get/parameters/0/schema/maximum was 10, is 20',
    '/paths/~1a~1b/get/responses/200 is gone',
    '/paths/~1a~1b/get/responses/404 is new',
    '/paths/~1c is new'
  ])
})

test('a parameter more is new, another kind of value is a change', () => {
  const more = structuredClone(server)
  more.paths['/a/b'].get.parameters.push({ name: 'offset', in: 'query', schema: { maximum: 1 } })
  expect(structureDrift(more, pulled)).toEqual(['/paths/~1a~1b/get/parameters/1 is new'])
  expect(structureDrift({ ...server, components: [] }, pulled)).toEqual([
    '/components was {"schemas":{"Size":{"enum":["small","large"]}}}, is []'
  ])
})
