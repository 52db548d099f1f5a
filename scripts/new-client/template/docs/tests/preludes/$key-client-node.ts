/* What only Node can load. */

export { create$ApiClient } from '@geoclients/$key-client/node'
