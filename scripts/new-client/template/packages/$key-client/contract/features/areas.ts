import type { Area } from '@geoclients/contract-core'
import type { $ApiContext } from '../context.ts'

/** Everything that is tested on a $title server. Each response is also compared with the contract. */
export const areas: readonly Area<$ApiContext>[] = [
  {
    title: 'Operations',
    features: [
      // each operation
      {
        id: '$operation',
        title: '$summaryText',
        run: async ({ $api }) => void (await $api.$operation($arguments))
      },
      // end
    ]
  }
]
