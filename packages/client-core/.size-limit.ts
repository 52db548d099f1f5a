import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '18 kB'],
  ['auth/index', '13 kB'],
  ['node/index', '22.5 kB']
])
