import type { UserConfig } from 'tsdown'
import { clientEntries } from '../../tsdown.shared.ts'

const [everywhere, ...others] = clientEntries
const entry = {
  ...(everywhere?.entry as Record<string, string>),
  'auth/index': 'src/auth/index.ts',
  'schema/index': 'src/schema/index.ts'
}
const configs: UserConfig[] = [{ ...everywhere, entry }, ...others]

export default configs
