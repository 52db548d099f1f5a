/** The time limit of a call, in milliseconds. */
export const defaultTimeout = 120_000
