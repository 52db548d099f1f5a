/** Not yet in the types of the platform. */
const { rawJSON } = JSON as unknown as { readonly rawJSON: (text: string) => unknown }

/** JSON with bigints as numbers. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? rawJSON(String(member)) : member))
}
