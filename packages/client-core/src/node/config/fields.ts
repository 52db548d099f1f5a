import { isHeaderName } from '../../auth/static.ts'
import { checkTokenUrl } from '../../auth/token-request.ts'
import { readBaseUrl } from '../../client/base-url.ts'
import { ClientError } from '../../errors/client-error.ts'
import { isToken } from '../../request/credentials/read-credentials.ts'
import { isRecord } from '../../validation/arguments.ts'
import type { Field } from './format.ts'

type More = Pick<Field, 'required' | 'secret'>

/** Text without control characters. */
export function text(as: string, more: More = {}): Field {
  return {
    as,
    expected: 'text without control characters',
    read: (value) =>
      typeof value === 'string' && value !== '' && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value) ? value : undefined,
    ...more
  }
}

/** A token or key that can be sent in a header. */
export function token(as: string): Field {
  return {
    as,
    expected: 'visible ASCII characters without spaces',
    read: (value) => (isToken(value) ? value : undefined),
    secret: true
  }
}

/** The address of the service. */
export function baseUrl(as: string): Field {
  return {
    as,
    expected: 'an absolute http(s) URL without query, fragment, user or password',
    read: (value) => {
      try {
        readBaseUrl(value, (init) => new ClientError(init))
        return value
      } catch {
        return undefined
      }
    }
  }
}

/** The address of an endpoint that receives secrets. It is kept unchanged, because issuers are compared as strings. */
export function tokenUrl(as: string, more: More = {}): Field {
  return {
    as,
    expected: 'an absolute https URL without user, password or fragment (http only for this machine)',
    read: (value) => {
      try {
        checkTokenUrl(as, value)
        return value
      } catch {
        return undefined
      }
    },
    ...more
  }
}

export function headerName(as: string): Field {
  return {
    as,
    expected: 'the name of an HTTP header',
    read: (value) => (isHeaderName(value) ? value : undefined)
  }
}

export function choice(as: string, choices: readonly string[]): Field {
  return {
    as,
    expected: `one of ${choices.join(', ')}`,
    read: (value) => (choices.includes(value as string) ? value : undefined)
  }
}

/** A list of words, or the same as JSON text, because variables contain only text. */
export function words(as: string): Field {
  return {
    as,
    expected: 'a list of words (in an environment variable as JSON: ["a", "b"])',
    read: (value) => {
      const list = fromJson(value)
      const isWords =
        Array.isArray(list) && list.every((word) => typeof word === 'string' && /^[\x21-\x7e]+$/.test(word))
      return isWords ? list : undefined
    }
  }
}

/** A mapping with content that this client does not use, or the same as JSON text. */
export function mapping(as: string, more: More = {}): Field {
  return {
    as,
    expected: 'a mapping (in an environment variable as JSON)',
    read: (value) => {
      const record = fromJson(value)
      return isRecord(record) ? record : undefined
    },
    ...more
  }
}

function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
