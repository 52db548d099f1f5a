/**
 * How the client differs from the contract on purpose: operations without a method and query parameters without a member, each
 * with the reason, by `getJobs` or `getJobs q`; and members that are named otherwise.
 */
export const leftOut = {
  reasons: {},
  renamed: {}
} as const
