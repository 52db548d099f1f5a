import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '17 kB'],
  ['auth/index', '12 kB'],
  ['node/index', '48.5 kB']
])
