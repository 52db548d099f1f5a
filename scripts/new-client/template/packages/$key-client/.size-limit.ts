import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '24 kB'],
  ['index', '19 kB', '$ApiClient', 'at first'],
  ['index', '23.5 kB', '$ApiClient'],
  ['index', '1 kB', 'is$ApiError'],
  ['node/index', '31.5 kB'],
  ['mock/index', '$mockLimit kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB']
])
