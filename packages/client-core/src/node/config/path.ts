import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { ErrorFactory } from '../../errors/client-error.ts'
import { invalidArgument, isRecord } from '../../validation/arguments.ts'
import type { ConfigFormat } from './format.ts'

/** The variables of an environment, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Where a configuration is read from or written to. */
export interface ConfigPlace {
  /** The file; `~/` is the home folder. Default: `config` in the service's folder below the home folder. */
  readonly configPath?: string | undefined
  /** Selects another file in the same folder: `config.staging` for `staging`. */
  readonly profile?: string | undefined
  /** The environment variables; `{}` for none. Default: `process.env`. */
  readonly env?: Environment | undefined
}

/** The path of a place. */
export interface FoundPlace {
  readonly path: string
  readonly env: Environment
  /** Whether the caller named it. If so, it must exist. */
  readonly named: boolean
}

/** Checks a place and returns its path. A profile is a separate file, because cuiman refuses unknown keys in its own. */
export function findPlace(place: ConfigPlace, { folder }: ConfigFormat, make: ErrorFactory): FoundPlace {
  const { configPath, profile, env = process.env } = place
  if (!isRecord(env)) throw invalidArgument(make, 'env', env, 'an object of names and string values')
  if (configPath !== undefined && (typeof configPath !== 'string' || configPath === '')) {
    throw invalidArgument(make, 'configPath', configPath, 'the path of a file')
  }
  if (profile !== undefined && (typeof profile !== 'string' || !/^[A-Za-z0-9][\w.-]*$/.test(profile))) {
    throw invalidArgument(make, 'profile', profile, 'a name of letters, digits, ".", "_" and "-"')
  }
  const home = homeFolder(env)
  const file =
    configPath === undefined ? join(home, folder, 'config') : resolve(configPath.replace(/^~(?=[/\\]|$)/, home))
  const path = profile === undefined ? file : `${file}.${profile}`
  return { path, env, named: configPath !== undefined || profile !== undefined }
}

/** As in Python: `HOME`, except on Windows. */
export function homeFolder(env: Environment = process.env): string {
  return (process.platform !== 'win32' && env.HOME) || homedir()
}

/** The existing profiles in the folder of a missing file, for the error. */
export async function profilesBeside(path: string, profile: string): Promise<string[]> {
  const prefix = basename(path).slice(0, -profile.length)
  const names = await readdir(dirname(path)).catch(() => [])
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length))
}
