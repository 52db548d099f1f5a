/**
 * How the client deliberately differs from the contract: operations without a method and query parameters without a member,
 * by `getJobs` or `getJobs q`, each with the reason; and members with other names.
 */
export const leftOut = {
  reasons: {},
  renamed: {}
} as const
