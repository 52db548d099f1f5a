import { checksOf } from '../../size-limit.shared.ts'

export default checksOf([
  ['index', '25.5 kB'],
  ['auth/index', '14.25 kB', undefined, 'at first'],
  ['auth/index', '18.75 kB'],
  ['node/index', '29 kB']
])
