import { checksOf } from '../../size-limit.shared.ts'

/** A tool: what it is built on is as large as it is. */
const library = 'json-schema-to-typescript'

export default checksOf([['index', '15 kB']]).map((check) => ({ ...check, ignore: [...check.ignore, library] }))
