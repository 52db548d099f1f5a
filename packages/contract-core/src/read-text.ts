/** The text of a file next to the tests: from disk, or in a browser from the test server. */
export async function readText(url: URL): Promise<string> {
  if (url.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises')
    return readFile(url, 'utf8')
  }
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url.pathname} returned ${response.status}`)
  return response.text()
}
