import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '35 kB'],
  ['index', '34.3 kB', 'OgcClient'], // the goals are in bench/sizes.ts
  ['index', '3 kB', 'isOgcError'],
  ['auth/index', '12 kB'],
  ['node/index', '76 kB'],
  ['mock/index', '19 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB']
])
