import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '24.5 kB'],
  ['index', '19.25 kB', 'FeaturesClient', 'at first'],
  ['index', '24 kB', 'FeaturesClient'],
  ['index', '1 kB', 'isFeaturesError'],
  ['node/index', '31 kB'],
  ['mock/index', '6.5 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB']
])
