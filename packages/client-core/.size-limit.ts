import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '15.5 kB'],
  ['auth/index', '10.5 kB'],
  ['node/index', '46.5 kB']
])
