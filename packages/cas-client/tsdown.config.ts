import { clientEntries } from '../../tsdown.shared.ts'

export default clientEntries
