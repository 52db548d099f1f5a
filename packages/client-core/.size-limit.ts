import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '20 kB'],
  ['auth/index', '13.75 kB'],
  ['node/index', '22.5 kB']
])
