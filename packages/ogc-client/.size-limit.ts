import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '43.5 kB'],
  ['index', '42.5 kB', 'OgcClient'], // the goals are in bench/sizes.ts
  ['index', '1 kB', 'isOgcError'],
  ['auth/index', '13.75 kB'],
  ['node/index', '57.5 kB'],
  ['mock/index', '29.5 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB'],
  ['schema/index', '9.5 kB'],
  ['store/index', '4.5 kB'],
  ['query/index', '1.5 kB'],
  ['helpers/index', '3 kB']
])
