/** The text of a file beside the tests: from the disk, or from the server of the tests where they run in a browser. */
export async function readText(url: URL): Promise<string> {
  if (url.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises')
    return readFile(url, 'utf8')
  }
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url.pathname} returned ${response.status}`)
  return response.text()
}
