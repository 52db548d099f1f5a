import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '51.5 kB'],
  ['index', '21.75 kB', 'OgcClient', 'at first'], // the goals are in bench/sizes.ts
  ['index', '50.75 kB', 'OgcClient'],
  ['index', '1 kB', 'isOgcError'],
  ['auth/index', '19.25 kB'],
  ['node/index', '65.25 kB'],
  ['mock/index', '30.75 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB'],
  ['schema/index', '10.75 kB'],
  ['store/index', '4.5 kB'],
  ['query/index', '1.5 kB'],
  ['helpers/index', '3 kB']
])
