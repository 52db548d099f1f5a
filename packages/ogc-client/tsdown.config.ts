import type { UserConfig } from 'tsdown'
import { clientEntries } from '../../tsdown.shared.ts'

const [everywhere, ...others] = clientEntries
const entry = {
  ...(everywhere?.entry as Record<string, string>),
  'auth/index': 'src/auth/index.ts',
  'helpers/index': 'src/helpers/index.ts',
  'query/index': 'src/query/index.ts',
  'schema/index': 'src/schema/index.ts',
  'store/index': 'src/store/index.ts'
}
const configs: UserConfig[] = [{ ...everywhere, entry }, ...others]

export default configs
