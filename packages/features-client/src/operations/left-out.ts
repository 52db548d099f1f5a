/**
 * How the client differs from the contract on purpose: operations without a method and query parameters without a member, each
 * with the reason, by `getThings` or `getThings q`; and members that are named otherwise.
 */
export const leftOut = {
  reasons: {},
  renamed: { 'bbox-crs': 'bboxCrs' }
} as const
