import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '29.5 kB'],
  ['geojson/index', '6 kB'],
  ['index', '26.5 kB', 'CasClient'], // the goals are in bench/sizes.ts
  ['index', '1 kB', 'isCasError'],
  ['node/index', '33.5 kB'],
  ['mock/index', '10.5 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2 kB'],
  ['query/index', '1 kB']
])
