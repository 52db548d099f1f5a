/* What only Node can load. */

export { createFeaturesClient } from '@geoclients/features-client/node'
