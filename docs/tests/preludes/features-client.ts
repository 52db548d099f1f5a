import { FeaturesClient } from '@geoclients/features-client'

export { collectionAt, type Feature, FeaturesClient, isFeaturesError } from '@geoclients/features-client'
export { createFeaturesMock } from '@geoclients/features-client/mock'

export const features = new FeaturesClient({ baseUrl: 'https://example.com/features' })
