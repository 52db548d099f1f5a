/**
 * The intended differences between client and contract: operations without a method, query parameters without a member, and
 * members with another name. Each has a reason. The keys look like `getThings` or `getThings q`.
 */
export const leftOut = {
  reasons: {},
  renamed: { $renamed }
} as const
