import { clientEntries } from '../../tsdown.shared.ts'

const [everywhere = {}, ...others] = clientEntries

export default [
  {
    ...everywhere,
    entry: {
      ...(everywhere.entry as object),
      'geojson/index': 'src/geojson-io/entry.ts',
      'query/index': 'src/query/index.ts'
    }
  },
  ...others
]
