import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '22.5 kB'],
  ['index', '22.25 kB', '$ApiClient'],
  ['index', '1 kB', 'is$ApiError'],
  ['node/index', '31 kB'],
  ['mock/index', '$mockLimit kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB']
])
