import type { Area } from '@geoclients/contract-core'
import type { $ApiContext } from '../context.ts'

/** All that is asked of a server of $title. Each answer is held against the contract, too. */
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
