/** Whether a URL has that origin; `origin` has the form of `URL.origin`. */
export function hasOrigin(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || new URL(url).origin === origin
}
