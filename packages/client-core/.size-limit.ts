import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '26 kB'],
  ['auth/index', '14.5 kB', undefined, 'at first'],
  ['auth/index', '19.25 kB'],
  ['node/index', '29 kB']
])
