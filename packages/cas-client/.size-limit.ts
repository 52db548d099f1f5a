import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '25.5 kB'],
  ['node/index', '58.5 kB'],
  ['mock/index', '10.5 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB'],
  ['query/index', '1 kB']
])
