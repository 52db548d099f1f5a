import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '23.75 kB'],
  ['index', '18.75 kB', '$ApiClient', 'at first'],
  ['index', '23.25 kB', '$ApiClient'],
  ['index', '1 kB', 'is$ApiError'],
  ['node/index', '31 kB'],
  ['mock/index', '$mockLimit kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB']
])
