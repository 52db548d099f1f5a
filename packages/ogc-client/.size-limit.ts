import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '30 kB'],
  ['auth/index', '10.5 kB'],
  ['node/index', '70 kB'],
  ['mock/index', '19 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB']
])
