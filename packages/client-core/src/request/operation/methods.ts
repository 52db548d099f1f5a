/** Whether a request changes nothing: any other would be repeated elsewhere, with its body, by a 307 that nobody sees. */
export function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}
