import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '25 kB'],
  ['index', '19.5 kB', 'FeaturesClient', 'at first'],
  ['index', '24.25 kB', 'FeaturesClient'],
  ['index', '1 kB', 'isFeaturesError'],
  ['node/index', '31.5 kB'],
  ['mock/index', '6.5 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB']
])
