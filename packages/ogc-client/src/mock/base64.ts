export function toBase64(bytes: Uint8Array): string {
  let text = ''
  // As many as a call takes arguments on every platform.
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}
