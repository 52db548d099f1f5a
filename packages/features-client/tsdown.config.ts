import type { UserConfig } from 'tsdown'
import { clientBuild } from '../../tsdown.shared.ts'

const configs: UserConfig[] = clientBuild(import.meta.dirname)

export default configs
