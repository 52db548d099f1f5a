import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '33.5 kB'],
  ['auth/index', '11.5 kB'],
  ['node/index', '74 kB'],
  ['mock/index', '19 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB']
])
