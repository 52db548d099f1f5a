/** One setting: its name in TypeScript, and how to read a value from a file, a variable or a caller. */
export interface Field {
  readonly as: string
  /** Completes "… must be". */
  readonly expected: string
  /** The value to use; undefined if the input is not as expected. */
  readonly read: (value: unknown) => unknown
  readonly required?: boolean | undefined
  /** Never shown, and written only on demand. */
  readonly secret?: boolean | undefined
  /** Read from old files, but never written: today's format has no such setting. */
  readonly readOnly?: boolean | undefined
}

/** Settings by their names in files. */
export type Fields = Readonly<Record<string, Field>>

/** The current meaning of an old name. */
export interface OldName {
  /** Its name in TypeScript, if it has one. */
  readonly as?: string | undefined
  /** For example `auth.access_token`. */
  readonly path: string
  /** Settings that come with it. */
  readonly with?: Readonly<Record<string, string>> | undefined
}

/** What a configuration may contain, where it is stored, and the names of its variables. */
export interface ConfigFormat {
  /** Folder of the file `config` in the home folder, such as `.eozilla`. */
  readonly folder: string
  /** Prefix of the environment variables, such as `EOZILLA_`. */
  readonly prefix: string
  readonly fields: Fields
  /** The settings of `auth` for each `auth_type`. */
  readonly auth?: Readonly<Record<string, Fields>> | undefined
  readonly old?: Readonly<Record<string, OldName>> | undefined
}

export const authTypePath = 'auth.auth_type'

/** The last name of a path: `auth_type` of `auth.auth_type`. */
export function leafOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

/** The fields that `auth` may have: those of one type, or of all types if the type is unknown. */
export function authFields({ auth = {} }: ConfigFormat, authType?: unknown): Fields {
  const types = typeof authType === 'string' && Object.hasOwn(auth, authType) ? [auth[authType]] : Object.values(auth)
  return Object.assign({ auth_type: authTypeField(auth) }, ...types)
}

function authTypeField(auth: Readonly<Record<string, Fields>>): Field {
  const types = Object.keys(auth)
  return {
    as: 'authType',
    expected: `one of ${types.join(', ')}`,
    read: (value) => (typeof value === 'string' && types.includes(value) ? value : undefined)
  }
}
