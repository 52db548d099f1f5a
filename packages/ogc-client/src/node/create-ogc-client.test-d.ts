import { expectTypeOf, test } from 'vitest'
import type { CreateOgcClientOptions } from './index.ts'

test('every option may be undefined, as what an environment variable gives', () => {
  type Undefined = { [K in keyof CreateOgcClientOptions]-?: undefined }
  expectTypeOf<Undefined>().toExtend<CreateOgcClientOptions>()
})
