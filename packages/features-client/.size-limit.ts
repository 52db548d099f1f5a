import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '25.75 kB'],
  ['index', '17.5 kB', 'FeaturesClient', 'at first'],
  ['index', '25 kB', 'FeaturesClient'],
  ['index', '1 kB', 'isFeaturesError'],
  ['node/index', '33.5 kB'],
  ['mock/index', '6.5 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB']
])
