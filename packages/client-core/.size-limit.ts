import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '22 kB'],
  ['auth/index', '14 kB'],
  ['node/index', '23 kB']
])
