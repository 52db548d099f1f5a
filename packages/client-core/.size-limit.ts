import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '25 kB'],
  ['auth/index', '14.25 kB', undefined, 'at first'],
  ['auth/index', '18 kB'],
  ['node/index', '29 kB']
])
