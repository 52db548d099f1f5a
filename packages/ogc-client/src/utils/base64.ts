type Decode = (text: string, options: { readonly alphabet: 'base64' }) => Uint8Array<ArrayBuffer>

/** The bytes of base64 or base64url text, ignoring white space; undefined if it is neither. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/')
  const { fromBase64 } = Uint8Array as { readonly fromBase64?: Decode }
  try {
    return fromBase64 ? fromBase64.call(Uint8Array, plain, { alphabet: 'base64' }) : bytesOf(atob(plain))
  } catch {
    return undefined
  }
}

/** A loop, because `Uint8Array.from` takes twenty times as long, and up to a gigabyte of memory. */
function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** Bytes as base64 text. Encoded in slices, because a call can have only so many arguments. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let i = 0; i < bytes.length; i += 8_192) binary += String.fromCharCode(...bytes.subarray(i, i + 8_192))
  return btoa(binary)
}
