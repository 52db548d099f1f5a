import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '35.75 kB'],
  ['geojson/index', '7 kB'],
  ['index', '15.75 kB', 'CasClient', 'at first'], // the goals are in bench/sizes.ts
  ['index', '33.5 kB', 'CasClient'],
  ['index', '1 kB', 'isCasError'],
  ['node/index', '42 kB'],
  ['mock/index', '11.25 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2.25 kB'],
  ['query/index', '1 kB']
])
