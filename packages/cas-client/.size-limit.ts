import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '30.75 kB'],
  ['geojson/index', '6.75 kB'],
  ['index', '27.75 kB', 'CasClient'], // the goals are in bench/sizes.ts
  ['index', '1 kB', 'isCasError'],
  ['node/index', '34.75 kB'],
  ['mock/index', '11 kB'],
  ['mock/msw', '1 kB'],
  ['mock/node/index', '2.25 kB'],
  ['query/index', '1 kB']
])
