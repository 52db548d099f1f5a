/** Whether a URL is of that origin; `origin` is as `URL.origin` writes it. */
export function hasOrigin(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || new URL(url).origin === origin
}
