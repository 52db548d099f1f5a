/** Any JSON value. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue }

/**
 * Values by input id.
 *
 * The values are `unknown` because interfaces, for example those of GeoJSON, are not assignable to an index signature of
 * {@link JsonValue}. They must still be JSON.
 */
export type ProcessInputs = Readonly<Record<string, unknown>>
