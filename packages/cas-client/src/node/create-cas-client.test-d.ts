import { expectTypeOf, test } from 'vitest'
import type { CreateCasClientOptions } from './index.ts'

test('every option may be undefined, as what an environment variable gives', () => {
  type Undefined = { [K in keyof CreateCasClientOptions]-?: undefined }
  expectTypeOf<Undefined>().toExtend<CreateCasClientOptions>()
})
