import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '17.5 kB'],
  ['auth/index', '12.1 kB'],
  ['node/index', '48.5 kB']
])
