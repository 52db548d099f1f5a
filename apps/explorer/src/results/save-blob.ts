/** Hands bytes to the browser as a file to be saved. */
export function saveBlob(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href, download: name.replace(/[^\p{L}\p{N}._-]+/gu, '_') })
  link.click()
  URL.revokeObjectURL(href)
}
