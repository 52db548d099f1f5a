import type { UserConfig } from 'tsdown'
import { clientEntries } from '../../tsdown.shared.ts'

const [everywhere, ...others] = clientEntries
const entry = { ...(everywhere?.entry as Record<string, string>), 'query/index': 'src/query/index.ts' }
const configs: UserConfig[] = [{ ...everywhere, entry }, ...others]

export default configs
