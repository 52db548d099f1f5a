import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '43.75 kB'],
  ['index', '43 kB', 'OgcClient'], // the goals are in bench/sizes.ts
  ['index', '1 kB', 'isOgcError'],
  ['auth/index', '14 kB'],
  ['node/index', '57.75 kB'],
  ['mock/index', '30.5 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB'],
  ['schema/index', '10.75 kB'],
  ['store/index', '4.5 kB'],
  ['query/index', '1.5 kB'],
  ['helpers/index', '3 kB']
])
